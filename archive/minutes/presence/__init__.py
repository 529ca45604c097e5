"""Who was there: lists, tables and sentences of attendance."""

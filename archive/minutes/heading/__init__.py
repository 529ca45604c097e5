"""Where items begin: titles, numbers in front of them, and the layouts of pages."""

"""What was moved, by whom, and how it was voted on."""

"""What can be asked: one's own lists, and the rows of each list."""

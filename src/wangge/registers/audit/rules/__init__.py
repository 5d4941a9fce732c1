"""What the log records."""

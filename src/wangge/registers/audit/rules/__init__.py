"""What the history knows."""

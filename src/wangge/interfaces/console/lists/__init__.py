"""Lists out and in."""

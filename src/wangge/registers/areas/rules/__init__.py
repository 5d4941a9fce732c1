"""The law of places."""

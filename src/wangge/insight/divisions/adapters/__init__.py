"""The engine's search in a process of its own, and what is made of what it finds."""

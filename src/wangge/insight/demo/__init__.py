"""The demonstration county: invented people and places inside a real county outline."""

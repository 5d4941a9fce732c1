"""The map of areas and cases."""

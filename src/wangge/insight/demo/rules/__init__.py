"""The demo as a plan: places, people and cases, drawn from a seed. No Django."""

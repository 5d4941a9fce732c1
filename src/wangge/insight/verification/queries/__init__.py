"""The checks: each asks the whole database and returns what it found."""

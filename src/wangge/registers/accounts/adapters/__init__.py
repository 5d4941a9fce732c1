"""The county's keys, kept outside the database."""

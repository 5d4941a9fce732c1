"""What has to exist in PostgreSQL before the first migration: roles, a database, extensions."""

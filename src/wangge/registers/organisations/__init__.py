"""Units, posts, appointments, cover."""

"""The outbox: what to say to whom."""

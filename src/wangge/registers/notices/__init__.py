"""The outbox: what is to be said to whom."""

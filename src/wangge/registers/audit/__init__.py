"""The one history of who did what; append-only."""

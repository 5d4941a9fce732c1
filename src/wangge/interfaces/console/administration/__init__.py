"""Looking after the platform: accounts, the log, undelivered letters."""

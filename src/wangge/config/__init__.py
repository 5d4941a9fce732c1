"""WHAT THE HOUSE RUNS ON: settings, urls, the schedule of periodic tasks, the database's set-up."""

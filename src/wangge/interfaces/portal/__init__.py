"""What residents see: report, look up, find one's worker."""

"""Working days of the county."""

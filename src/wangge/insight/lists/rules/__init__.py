"""What a list is: its forms, its limits, where it stands."""

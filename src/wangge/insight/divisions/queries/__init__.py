"""What can be asked of divisions, always for an actor."""

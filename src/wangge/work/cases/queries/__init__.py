"""What can be asked of cases, always for an actor; import from the module that holds the name."""

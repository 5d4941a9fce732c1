"""What can be asked of imports, and of what their features would change."""

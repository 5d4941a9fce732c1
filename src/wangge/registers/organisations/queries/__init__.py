"""What can be asked of units, posts and who holds them."""

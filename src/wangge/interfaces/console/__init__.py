"""What officials work with."""

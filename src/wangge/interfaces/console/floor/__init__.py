"""What the wings share. It knows none of them."""

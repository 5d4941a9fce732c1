"""What the wings share; it imports none of them."""

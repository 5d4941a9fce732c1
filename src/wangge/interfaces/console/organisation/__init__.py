"""The organisation: duties, posts, who holds them, published numbers."""

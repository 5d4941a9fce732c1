"""Grids: what a place has, and what is done about them."""

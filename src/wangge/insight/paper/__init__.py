"""What is printed: posters of grids, and contact cards for every household."""

"""Vector tiles of a whole county: 1,500 grids and 150,000 households."""

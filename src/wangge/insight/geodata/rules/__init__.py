"""What a file may hold and what its features mean: pure values and functions, no Django."""

"""The law of divisions: pure values and functions, no Django."""

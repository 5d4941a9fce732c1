"""What can be printed, and where it goes on the sheet: pure values and functions, no Django."""

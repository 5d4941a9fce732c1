"""What is made of the facts: divisions, indicators, and the demonstration county."""

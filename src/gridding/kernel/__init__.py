"""Inner loops of the search, compiled. Plain arrays in named tuples, no objects."""

"""The face of the demo: a page of names instead of passwords, and the gallery of components."""

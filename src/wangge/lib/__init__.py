"""One noun a file; pure Python that could leave the project. Imports nothing above it."""

"""Lists: exports, and sheets that are brought in."""

"""Uploaded files, recognised and re-encoded."""

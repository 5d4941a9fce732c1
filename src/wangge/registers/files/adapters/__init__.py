"""The disk on which the bytes of files lie."""

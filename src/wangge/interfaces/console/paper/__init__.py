"""Printed paper: single documents and whole orders."""

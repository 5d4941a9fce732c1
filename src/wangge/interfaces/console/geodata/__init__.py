"""Geodata on its way in."""

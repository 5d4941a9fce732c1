"""Geodata: files of outlines, houses and barriers on their way in."""

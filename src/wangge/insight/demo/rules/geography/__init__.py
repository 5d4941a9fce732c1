"""Invented geography: outlines, hamlets, households and provisional grids of the demo county."""

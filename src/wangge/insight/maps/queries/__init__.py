"""Tiles and cards, drawn from the registers under the scope of the actor."""

"""Places: counties, townships, villages, grids, villager groups."""

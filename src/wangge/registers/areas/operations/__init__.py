"""What can be done to places: establish, draw, let succeed; groups and the grids they lie in."""

from wangge.registers.areas.operations.establishing import NewArea, draw, establish, succeed
from wangge.registers.areas.operations.grouping import NewGroup, place_groups, set_groups

__all__ = [
    "NewArea",
    "NewGroup",
    "draw",
    "establish",
    "place_groups",
    "set_groups",
    "succeed",
]

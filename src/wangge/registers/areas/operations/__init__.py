"""What can be done to places: establish, draw, let succeed; groups and the grids they lie in."""

from wangge.registers.areas.operations.establishing import NewArea, draw, establish, succeed
from wangge.registers.areas.operations.generalising import generalise
from wangge.registers.areas.operations.grouping import NewGroup, place_groups, set_groups
from wangge.registers.areas.operations.parting import NewBarrier, NewBridge, enter_barriers

__all__ = [
    "NewArea",
    "NewBarrier",
    "NewBridge",
    "NewGroup",
    "draw",
    "enter_barriers",
    "establish",
    "generalise",
    "place_groups",
    "set_groups",
    "succeed",
]

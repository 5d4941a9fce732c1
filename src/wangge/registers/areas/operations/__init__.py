"""What can be done to places: establish, draw, end in favour of others; groups and their grids."""

from wangge.registers.areas.operations.establishing import NewArea, draw, establish, succeed
from wangge.registers.areas.operations.generalising import generalise
from wangge.registers.areas.operations.grouping import NewGroup, place_groups, set_groups
from wangge.registers.areas.operations.outlining import outline_village
from wangge.registers.areas.operations.parting import (
    NewBarrier,
    NewBridge,
    enter_barriers,
    replace_barriers,
    replace_bridges,
)

__all__ = [
    "NewArea",
    "NewBarrier",
    "NewBridge",
    "NewGroup",
    "draw",
    "enter_barriers",
    "establish",
    "generalise",
    "outline_village",
    "place_groups",
    "replace_barriers",
    "replace_bridges",
    "set_groups",
    "succeed",
]

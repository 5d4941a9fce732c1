"""Kinds of sight: which permissions open which rows behind the second wall (row-level security).

Each kind has area slots of its own. `doors.door` tells them to PostgreSQL and the policies, written
with `doors.row_security.in_areas`, read those of one kind: a permission opens the kinds that name
it and no others. A new kind is one line here and a policy that reads it.
"""

from enum import Enum, unique
from typing import Final

from wangge.access.permissions import Permission

SLOTS: Final = 4
"""Areas of one kind that the second wall can be told. Each costs a comparison for every row."""


class KindOfSight(Enum):
    """A kind: the label its settings are named by, and the permissions whose areas open it."""

    def __init__(self, label: str, *opened_by: Permission) -> None:
        self.label = label
        self.opened_by = frozenset(opened_by)

    @property
    def slots(self) -> tuple[str, ...]:
        """Names of the settings that hold the areas, one each."""
        return tuple(f"{self.label}{number}" for number in range(1, SLOTS + 1))


P = Permission


@unique
class Sight(KindOfSight):
    """The kinds there are. What belongs to none of them is seen by person, unit or power."""

    CASES = "cases", P.CASE_SEE
    # to visit them, to enter where they live, to draw grids around them
    PEOPLE = "people", P.PEOPLE_SEE, P.AREA_EDIT, P.DIVISION_DRAW
    DIVISIONS = "divisions", P.DIVISION_DRAW, P.DIVISION_ENDORSE, P.DIVISION_APPROVE

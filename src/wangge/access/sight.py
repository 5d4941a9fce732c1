"""Kinds of sight: which permissions open which rows behind the second wall (row-level security).

Each kind has area slots of its own. `doors.door` fills them; a policy, written with
`doors.row_security.in_areas`, reads those of one kind. So a permission opens the kinds that name it
and no others. A new kind is one line here and a policy that reads it.
"""

from enum import Enum, unique
from typing import Final

from wangge.access.permissions import Permission

SLOTS: Final = 4
"""How many areas of one kind the second wall can know. Each costs a comparison for every row."""


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
    """The kinds there are. Rows of no kind are seen by person, unit or power instead."""

    CASES = "cases", P.CASE_SEE
    # people.see to visit them, area.edit to enter where they live, division.draw to group them
    PEOPLE = "people", P.PEOPLE_SEE, P.AREA_EDIT, P.DIVISION_DRAW
    DIVISIONS = "divisions", P.DIVISION_DRAW, P.DIVISION_ENDORSE, P.DIVISION_APPROVE

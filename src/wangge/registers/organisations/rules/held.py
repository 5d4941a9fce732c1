"""A unit and a post in it, as the law of any work needs them: frozen values, no rows.

The names of the fields are the stored form where work keeps them as JSON: they do not change.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from wangge.lib.area_code import Level


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit: its kind, the level it works at and the area it answers for."""

    unit_id: UUID
    kind: str
    level: Level
    area_code: str


@dataclass(frozen=True, slots=True)
class PostFacts:
    """A post held or covered today by the person who acts.

    ``area_code`` is the unit's area, for a grid worker the grid.
    """

    post_id: UUID
    kind: str
    unit: UnitFacts
    area_code: str
    person_id: UUID

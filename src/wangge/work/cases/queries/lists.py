"""The filters of the list of cases, as queries on what the actor sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db.models import Q

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.area_code import InvalidAreaCode, level_of
from wangge.work.cases.models import CaseQuerySet
from wangge.work.cases.queries.sight import visible

FILTERS: Final = ("area", "state", "light", "category")
"""The names of the filters, as the address of a list has them."""

_BY_DUE: Final = ("due_at", "id")
_NEWEST: Final = ("-reported_at", "-id")


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """The filters of the list of cases, as they stand in the address."""

    area: str = ""
    state: str = ""  # a state, "open", or "all"
    light: str = ""  # red, yellow
    category: str = ""  # two digits or four
    unit: UUID | None = None

    @classmethod
    def said(cls, said: Mapping[str, str]) -> CaseFilter:
        """As an address says it; what makes no sense counts as not set. Open cases by default."""
        area = said.get("area", "")
        return cls(
            area=area if _is_area(area) else "",
            state=said.get("state", "open"),
            light=said.get("light", ""),
            category=said.get("category", ""),
        )

    @property
    def by_due(self) -> bool:
        """Open cases stand by the time they are due, others by the day they were reported."""
        return self.state == "open" or bool(self.light)

    @property
    def order(self) -> tuple[str, ...]:
        """The order of the list."""
        return _BY_DUE if self.by_due else _NEWEST

    def for_home(self, actor: Actor) -> CaseFilter:
        """With the actor's own area where none is chosen: equality on it lets its index serve."""
        own = actor.areas(Permission.CASE_SEE)
        return self if self.area or len(own) != 1 else replace(self, area=own[0])

    def seen_by(self, actor: Actor, at: datetime) -> CaseQuerySet:
        """The cases in the actor's sight that pass the filter at an instant.

        Equality on the narrowest area column, so that its index serves.
        """
        cases = visible(actor, within=self.area)
        if self.area:
            cases = cases.filter(in_area(self.area))
        if self.state == "open" or self.light:
            cases = cases.open()
        elif self.state and self.state != "all":
            cases = cases.filter(state=self.state)
        if self.light == "red":
            cases = cases.filter(due_at__lt=at, yellow_at__isnull=False)
        if self.light == "yellow":
            cases = cases.filter(due_at__gte=at, yellow_at__lte=at)
        if self.category:
            cases = cases.filter(category__startswith=self.category)
        return cases.filter(responsible_unit=self.unit) if self.unit else cases


def _is_area(code: str) -> bool:
    try:
        level_of(code)
    except InvalidAreaCode:
        return False
    return True


_AREA_COLUMN = {6: "county_code", 9: "township_code", 12: "village_code", 15: "grid_code"}


def in_area(code: str) -> Q:
    """A filter tells nobody in which grid a case lies that hides it."""
    column = _AREA_COLUMN.get(len(code))
    if column == "grid_code":
        return Q(grid_code=code, shows_parties=True)
    return Q(**{column: code}) if column else Q(area_code__gte=code, area_code__lt=f"{code}:")

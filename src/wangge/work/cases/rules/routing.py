"""Routing: which unit leads and which assist, by category and level.

The rows shipped here are the seed. In a running county they are dated rows edited in settings;
callers of the law pass those of the day as a ``Routing``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.organisations.rules.unit_kinds import UnitForm, unit_kind, unit_kinds
from wangge.work.cases.data import table
from wangge.work.cases.rules.categories import categories, category
from wangge.work.cases.rules.states import CASE_LEVELS


@dataclass(frozen=True, slots=True)
class RoutingRow:
    """Category × level → lead and assisting kinds of units."""

    category: str
    level: Level
    lead: str
    assist: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """Who should handle a category at a level; a proposal until a centre decides."""

    category: str
    level: Level
    lead: str
    assist: tuple[str, ...]

    @property
    def reason(self) -> Message:
        """Why this unit: the row of the routing table in words."""
        params = {
            "category": category(self.category).words,
            "level": self.level.words,
            "lead": unit_kind(self.lead).words,
        }
        if not self.assist:
            return Message("case.route.lead", **params)
        assist = tuple(unit_kind(kind).words for kind in self.assist)
        return Message("case.route.lead_assist", **params, assist=assist)


@dataclass(frozen=True, slots=True)
class Routing:
    """The routing rows in force on a day."""

    rows: Mapping[tuple[str, Level], RoutingRow]

    @classmethod
    def of(cls, rows: Iterable[RoutingRow]) -> Routing:
        """Rows by category and level. ValueError if two rows answer the same question."""
        by_place: dict[tuple[str, Level], RoutingRow] = {}
        for row in rows:
            place = (row.category, row.level)
            if place in by_place:
                raise ValueError(f"two routing rows for {row.category} at {row.level.name}")
            by_place[place] = row
        return cls(MappingProxyType(by_place))

    def route(self, code: str, level: Level) -> Route | None:
        """Who handles the category at that level; None if nobody does."""
        row = self.rows.get((code, level))
        return None if row is None else Route(code, level, row.lead, row.assist)

    def levels(self, code: str) -> tuple[Level, ...]:
        """The levels at which somebody handles the category, from the lowest up."""
        return tuple(level for level in CASE_LEVELS if (code, level) in self.rows)

    def first_at_or_above(self, code: str, level: Level) -> Route | None:
        """The route at ``level``, or at the nearest level above it that has one."""
        upwards = (above for above in CASE_LEVELS if above <= level)
        return next((found for at in upwards if (found := self.route(code, at))), None)

    def faults(self) -> tuple[Message, ...]:
        """What is wrong with the rows: questions without an answer and answers that do not fit.

        A category needs a row at its default level and at every level above it.
        """
        return (*self._missing(), *self._misplaced())

    def _missing(self) -> Iterator[Message]:
        for each in categories().values():
            for level in CASE_LEVELS:
                if level <= each.default_level and (each.code, level) not in self.rows:
                    yield Message("case.route.missing", category=each.words, level=level.words)

    def _misplaced(self) -> Iterator[Message]:
        for row in self.rows.values():
            for kind in (row.lead, *row.assist):
                known = unit_kinds().get(kind)
                if known is None or known.level is not row.level:
                    yield Message(
                        "case.route.misplaced",
                        category=category(row.category).words,
                        level=row.level.words,
                        unit=known.words if known else kind,
                    )


@cache
def seed_routing() -> Routing:
    """The routing a county starts with."""
    return Routing.of(
        RoutingRow(
            category=row["category"],
            level=Level[row["level"].upper()],
            lead=row["lead"],
            assist=tuple(row["assist"].split(";")) if row["assist"] else (),
        )
        for row in table("routing")
    )


def departments_to_ask(code: str, sent_back: Iterable[str], routing: Routing) -> tuple[str, ...]:
    """Which departments a township would coordinate with.

    Those of the county's row, and before them the superiors of dispatched offices that sent the
    case back: an office with two masters listens to the other one.
    """
    masters = [
        kind.superior
        for kind in map(unit_kind, sent_back)
        if kind.form is UnitForm.DISPATCHED and kind.superior
    ]
    row = routing.route(code, Level.COUNTY)
    named = [row.lead, *row.assist] if row else []
    return tuple(dict.fromkeys((*masters, *named)))

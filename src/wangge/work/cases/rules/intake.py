"""Where a report goes first, and what a case is when it begins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from wangge.lib.area_code import Level, level_of
from wangge.lib.message import Message
from wangge.registers.organisations.rules.lines import COUNTY_CENTRE, line_above
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.rules.categories import Category, category
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.levels import centre_of
from wangge.work.cases.rules.limits import start_term, term_for
from wangge.work.cases.rules.outcome import Handover, UnitSought, to_unit
from wangge.work.cases.rules.routing import Routing
from wangge.work.cases.rules.states import CASE_LEVELS, State
from wangge.work.terms.rules.terms import Phase, Term


@dataclass(frozen=True, slots=True)
class Intake:
    """The unit that a report of a category goes to first, and the level it stands at."""

    kind: str
    level: Level


@dataclass(frozen=True, slots=True)
class Opening:
    """A new case: where it goes, what it is bound by, and when it is looked at."""

    handover: Handover
    level: Level
    restricted: bool
    is_to_be_located: bool
    term: Term
    next_look_at: datetime

    @property
    def explanation(self) -> Message:
        """Who has the report now and until when it is accepted: for the receipt."""
        return Message(
            "case.outlook.report", unit=unit_kind(self.handover.unit.kind).words,
            due=self.term.due_at,
        )  # fmt: skip


def intake(
    code: str, area_code: str, routing: Routing, complained_of: Collection[str] = ()
) -> Intake:
    """The intake unit: the centre of the category's default level.

    A place that is not known down to that level goes to the centre of the level it is known to.
    Complaints and hand-overs go straight to the unit of the routing; a complaint about that unit
    or those it answers to goes to the nearest superior that is not meant. ``complained_of`` are
    kinds of units.
    """
    chosen = category(code)
    level = min(chosen.default_level, _level_known(area_code))
    if not chosen.goes_straight_to_its_unit:
        return Intake(centre_of(level), level)
    route = routing.first_at_or_above(code, level)
    # A missing row must not lose the report: the county centre has it, and the gap is listed.
    kind = route.lead if route else COUNTY_CENTRE
    kind = _uninvolved(kind, complained_of) if chosen.is_restricted else kind
    return Intake(kind, unit_kind(kind).level)


def opening(
    code: str, area_code: str, law: Law, at: datetime, complained_of: Collection[str] = ()
) -> Opening:
    """What a report of a category at a place begins as. KeyError for an unknown category."""
    chosen = category(code)
    first = intake(code, area_code, law.routing, complained_of)
    term = accept_term(chosen, first.level, law, at)
    return Opening(
        handover=to_unit(UnitSought(first.kind, area_code), State.SUBMITTED),
        level=first.level,
        restricted=chosen.is_restricted,
        is_to_be_located=level_of(area_code) < Level.VILLAGE,
        term=term,
        next_look_at=term.due_at,
    )


def accept_term(chosen: Category, level: Level, law: Law, at: datetime) -> Term:
    """The time the intake post has. Every key of the time limits has such a row."""
    rule = term_for(chosen.key, Phase.ACCEPT, level)
    if rule is None:
        raise LookupError(f"the time limits set no accept term for {chosen.key}")
    return start_term(rule, level, at, law.calendar)


def _level_known(area_code: str) -> Level:
    known = level_of(area_code)
    return next((level for level in CASE_LEVELS if known >= level), Level.COUNTY)


def _uninvolved(kind: str, complained_of: Collection[str]) -> str:
    """The kind, or the nearest above it that is neither complained of nor answers to one that is.

    Where all above are (a complaint about the leading group), the nearest that is not meant itself.
    """
    upwards = (kind, *line_above(kind))
    free = [each for each in upwards if not {each, *line_above(each)} & set(complained_of)]
    others = [each for each in upwards if each not in complained_of]
    return next(iter((*free, *others, upwards[-1])))

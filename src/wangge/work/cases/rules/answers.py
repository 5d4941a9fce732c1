"""Answers: whether what was said with a move fits.

``lawful`` says whether a move is open to somebody. This module asks whether the unit named is of
the right level, the time asked for within its limits, the day named still to come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import MappingProxyType
from typing import Final, TypeAlias

from wangge.lib.area_code import InvalidAreaCode, Level, contains
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.work.cases.rules.acts import Turn, needs_of
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.needs import Given, Need, missing, said
from wangge.work.cases.rules.states import CLOSING_BY_HANDLER, Card, ClosingType, State, level_below

Fault: TypeAlias = tuple[Need, Message]


def check_answers(turn: Turn) -> None:
    """Refuse (422) what was left out, and then what does not fit, field by field."""
    act = turn.act
    faults = missing(needs_of(turn.case, act.move, act.stage, act.chair), act.given)
    if not faults and act.stage is not Stage.REFUSE and act.move in _CHECKS:
        faults = {need.value: why for need, why in _CHECKS[act.move](turn)}
    if faults:
        raise Refusal.invalid(faults)


def _accept(turn: Turn) -> Iterator[Fault]:
    """Any routed level. A level other than the category's own, or an urgent mark, needs a reason."""
    given = turn.given
    chosen = categories().get(given.category or "")
    if chosen is None:
        yield Need.CATEGORY, Message("case.refusal.category_unknown")
        return
    if given.level not in turn.law.routing.levels(chosen.code):
        yield Need.LEVEL, Message("case.refusal.level_not_routed", category=chosen.words)
    elif len(turn.case.area_code) < given.level:
        yield Need.LEVEL, Message("case.refusal.place_unknown", level=given.level.words)
    if (given.level is not chosen.default_level or given.urgent) and not given.reason.strip():
        yield Need.REASON, Message("case.refusal.reason_for_exception")


def _relocate(turn: Turn) -> Iterator[Fault]:
    """A place in the same county, and after acceptance known down to the level that handles it.

    Another county's matter is transferred, not moved.
    """
    area, level = said(turn.given.area), turn.case.level
    try:
        in_county = contains(turn.case.area_code[: Level.COUNTY], area)
    except InvalidAreaCode as malformed:
        yield Need.AREA, malformed.message
        return
    if not in_county:
        yield Need.AREA, Message("case.refusal.other_county")
    elif turn.case.state is not State.SUBMITTED and len(area) < level:
        yield Need.AREA, Message("case.refusal.place_unknown", level=level.words)


def _reclassify(turn: Turn) -> Iterator[Fault]:
    """Another category; not one that is only thanked for, once the case was accepted."""
    chosen = categories().get(turn.given.category or "")
    if chosen is None:
        yield Need.CATEGORY, Message("case.refusal.category_unknown")
    elif chosen.code == turn.case.category_code:
        yield Need.CATEGORY, Message("case.refusal.category_same")
    elif chosen.is_only_thanked and turn.case.state is not State.SUBMITTED:
        yield Need.CATEGORY, Message("case.refusal.thanks_too_late")


def _dispatch(turn: Turn) -> Iterator[Fault]:
    """Units of the case's own level, for its place."""
    for need, unit in _named_units(turn.given):
        if unit.level is not turn.case.level:
            yield need, Message("case.refusal.unit_of_level", level=turn.case.level.words)
    yield from _places(turn)


def _assign(turn: Turn) -> Iterator[Fault]:
    """Units of the own level, or one unit of the level below where a routing row leads there."""
    lead = turn.given.unit
    below = level_below(turn.case.level)
    if lead is None or lead.level is not below:
        yield from _dispatch(turn)
        return
    yield from _routed(turn, lead)
    yield from _places(turn)
    if turn.given.assisting:
        yield Need.ASSISTING, Message("case.refusal.one_unit_below")


def _decide(turn: Turn) -> Iterator[Fault]:
    """A unit of the own level, or of the level below where a routing row leads there."""
    unit = turn.given.unit
    if unit is not None and unit.level is level_below(turn.case.level):
        yield from _routed(turn, unit)
        yield from _places(turn)
    else:
        yield from _dispatch(turn)


def _coordinate(turn: Turn) -> Iterator[Fault]:
    """Units of the county."""
    if any(unit.level is not Level.COUNTY for unit in turn.given.departments):
        yield Need.DEPARTMENTS, Message("case.refusal.unit_of_level", level=Level.COUNTY.words)
    yield from _places(turn)


def _extend(turn: Turn) -> Iterator[Fault]:
    """No more than the time limits give at once."""
    rule, amount = turn.case.term_rule, turn.given.amount
    if rule is not None and amount is not None and not 1 <= amount <= rule.extend_amount:
        yield Need.AMOUNT, Message("case.refusal.extension_range", most=rule.extend_amount)


def _suspend(turn: Turn) -> Iterator[Fault]:
    """A review date still to come."""
    day = turn.given.review_on
    if day is not None and day <= turn.at.astimezone(turn.calendar.tz).date():
        yield Need.REVIEW_ON, Message("case.refusal.review_in_past")


def _complete(turn: Turn) -> Iterator[Fault]:
    """A closing type of the handler's; a village decision is the village's to take (R14)."""
    closing = turn.given.closing
    if closing not in CLOSING_BY_HANDLER:
        yield Need.CLOSING, Message("case.refusal.closing_declined")
    if closing is ClosingType.VILLAGE_DECISION and turn.case.level is not Level.VILLAGE:
        yield Need.CLOSING, Message("case.refusal.village_decision")


def _merge(turn: Turn) -> Iterator[Fault]:
    """Into another case."""
    if turn.given.main_case == turn.case.case_id:
        yield Need.MAIN_CASE, Message("case.refusal.merge_itself")


def _supervise(turn: Turn) -> Iterator[Fault]:
    """Cards go to township and county units; a village station is only reminded."""
    unit, card = turn.given.unit, turn.given.card
    if unit is not None and unit.level is Level.VILLAGE and card is not Card.ORDINARY:
        yield Need.CARD, Message("case.refusal.reminder_only")
    yield from _address(turn)


def _address(turn: Turn) -> Iterator[Fault]:
    """To a unit that answers for the place, in a restricted case to the responsible one alone."""
    if turn.case.restricted and turn.given.unit != turn.case.responsible:
        yield Need.UNIT, Message("case.refusal.restricted")
    if turn.given.answer_due is not None and turn.given.answer_due <= turn.at:
        yield Need.ANSWER_DUE, Message("case.refusal.answer_in_past")
    yield from _places(turn)


_CHECKS: Final = MappingProxyType[MoveCode, Callable[[Turn], Iterator[Fault]]](
    {
        MoveCode.ACCEPT: _accept,
        MoveCode.RELOCATE: _relocate,
        MoveCode.RECLASSIFY: _reclassify,
        MoveCode.DISPATCH: _dispatch,
        MoveCode.ASSIGN: _assign,
        MoveCode.DECIDE: _decide,
        MoveCode.COORDINATE: _coordinate,
        MoveCode.EXTEND: _extend,
        MoveCode.SUSPEND: _suspend,
        MoveCode.COMPLETE: _complete,
        MoveCode.MERGE: _merge,
        MoveCode.SUPERVISE: _supervise,
        MoveCode.INSTRUCT: _address,
    }
)


def _named_units(given: Given) -> Iterator[tuple[Need, UnitFacts]]:
    if given.unit is not None:
        yield Need.UNIT, given.unit
    for unit in given.assisting:
        yield Need.ASSISTING, unit
    for unit in given.departments:
        yield Need.DEPARTMENTS, unit


def _places(turn: Turn) -> Iterator[Fault]:
    """Every named unit answers for the place, and none is complained of or named twice."""
    named = list(_named_units(turn.given))
    for need, unit in named:
        if not contains(unit.area_code, turn.case.area_code):
            yield need, Message("case.refusal.unit_elsewhere")
        if unit.unit_id in turn.case.barred_units:
            yield need, Message("case.refusal.unit_barred")
    if len({unit.unit_id for _, unit in named}) < len(named):
        yield Need.ASSISTING, Message("case.refusal.unit_twice")


def _routed(turn: Turn, unit: UnitFacts) -> Iterator[Fault]:
    if turn.law.routing.route(turn.case.category_code, unit.level) is None:
        words = turn.case.category.words
        yield Need.UNIT, Message("case.refusal.level_not_routed", category=words)

"""Winding: the clock effect that the table of moves names, carried out on a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from wangge.work.cases.rules import clocks
from wangge.work.cases.rules.acts import Turn
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.moves import ClockEffect
from wangge.work.cases.rules.needs import said
from wangge.work.cases.rules.states import State
from wangge.work.terms.rules.terms import Allowance


def wound(turn: Turn, effect: ClockEffect) -> CaseFacts:
    """The case of the turn with its clocks as they run after the act."""
    return _EFFECTS[effect](turn)


def _unwound(turn: Turn) -> CaseFacts:
    return turn.case


def _level(turn: Turn) -> CaseFacts:
    if turn.case.state is State.CLOSED:  # accepted with thanks
        return clocks.end(turn.case)
    return clocks.start_level(turn.case, turn.at, turn.calendar)


def _longer(turn: Turn) -> CaseFacts:
    """By what is granted, or else by what was asked for."""
    asked = turn.before.request.amount if turn.before.request else None
    return clocks.lengthen(turn.case, said(turn.given.amount or asked), turn.calendar)


def _review(turn: Turn) -> CaseFacts:
    return clocks.stand_still(turn.case, _until_review(turn), turn.at, turn.calendar)


def _until_review(turn: Turn) -> Allowance | None:
    """How long a case rests that is suspended or has gone to another channel."""
    if turn.act.move is MoveCode.TRANSFER:
        has_receipt = turn.case.has_receipt
        return None if has_receipt else clocks.review_of(turn.case, said(turn.given.channel))
    asked = turn.before.request.review_on if turn.before.request else None
    day = said(turn.given.review_on or asked)
    return clocks.review_on(turn.case, day, turn.at, turn.calendar)


_EFFECTS: Final[Mapping[ClockEffect, Callable[[Turn], CaseFacts]]] = MappingProxyType(
    {
        ClockEffect.ACCEPT: _unwound,  # started with the case itself, see intake
        ClockEffect.KEEP: _unwound,
        ClockEffect.BEFORE: _unwound,  # restored with the case itself, see effects
        ClockEffect.LEVEL: _level,
        ClockEffect.LONGER: _longer,
        ClockEffect.REVIEW: _review,
        ClockEffect.STOP: lambda turn: clocks.end(turn.case),
        ClockEffect.SHORTER: lambda turn: clocks.keep_shorter(turn.case, turn.at, turn.calendar),
        ClockEffect.RESUME: lambda turn: clocks.go_on(turn.case, turn.at, turn.calendar),
        ClockEffect.RETURN: lambda turn: clocks.give_back(turn.case, turn.at, turn.calendar),
        ClockEffect.HALF: lambda turn: clocks.start_half(turn.case, turn.at, turn.calendar),
        ClockEffect.PAUSE: lambda turn: clocks.stand_still(turn.case, None, turn.at, turn.calendar),
        ClockEffect.WAIT: lambda turn: clocks.stand_still(
            turn.case, clocks.waiting(turn.case), turn.at, turn.calendar
        ),
        ClockEffect.VERIFY: lambda turn: clocks.stand_still(
            turn.case, clocks.checking(turn.case), turn.at, turn.calendar
        ),
        ClockEffect.RECEIVING: lambda turn: clocks.receive(
            turn.case, turn.before, turn.at, turn.calendar
        ),
    }
)

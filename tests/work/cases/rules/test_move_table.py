"""The table of moves in Python says, row for row, what the table of the domain says."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wangge.work.cases.data import table
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import (
    BEFORE_COMPLETED,
    CASE_LEVELS,
    OPEN_STATES,
    State,
    is_open,
    level_above,
    level_below,
)

ROWS = {row["move"]: row for row in table("case_moves")}

# How the table writes its states in words.
FROM = {
    "-": frozenset(),
    "any open": OPEN_STATES,
    "any open before completed": BEFORE_COMPLETED,
    "handling at township": frozenset({State.HANDLING}),
    "accepted at township or county": frozenset({State.ACCEPTED}),
    "any": frozenset(State),
}
TO = {
    "same": None,
    "as before": None,
    "state before": None,
    "accepted (term none: closed, type thanked)": State.ACCEPTED,
    "accepted one level up": State.ACCEPTED,
    "accepted at the one who sent it": State.ACCEPTED,
}


def test_the_moves_and_their_order_are_those_of_the_table() -> None:
    assert [code.value for code in MOVES] == list(ROWS)
    assert [code.value for code in MoveCode] == list(ROWS)


@pytest.mark.parametrize("code", list(MoveCode))
def test_a_move_begins_and_ends_in_the_states_of_the_table(code: MoveCode) -> None:
    move, row = MOVES[code], ROWS[code.value]
    begin, end = row["from"], row["to"]
    named = FROM[begin] if begin in FROM else {State(each) for each in begin.split(" · ")}
    target = TO[end] if end in TO else State(end)
    # a move that leaves the state as it is may be written either way
    assert move.states == named
    assert move.to == target


@pytest.mark.parametrize("code", list(MoveCode))
def test_the_table_names_the_seats_that_are_told_apart_by_words(code: MoveCode) -> None:
    """The word in the row and the seat in the law stand or fall together."""
    seats, who = set(MOVES[code].who.everybody), ROWS[code.value]["who"]
    assert (Seat.CLOCK in seats) == ("clock" in who or code is MoveCode.VERIFY_PASS)
    assert (Seat.REPORTER in seats) == (
        any(word in who for word in ("reporter", "resident")) or code is MoveCode.VERIFY_FAIL
    )
    assert (Seat.TOWNSHIP_LEADER in seats) == ("township leader" in who)
    assert (Seat.ASSISTING in seats) == ("assisting" in who)
    assert (Seat.SUPERVISOR in seats) == ("supervising post" in who)


def test_what_is_asked_for_is_granted_by_somebody() -> None:
    for move in MOVES.values():
        assert bool(move.who.ask) == bool(move.who.grant)
        assert move.who.seats(Stage.GRANT) == move.who.seats(Stage.REFUSE)


def test_open_means_that_somebody_still_owes_something() -> None:
    assert not is_open(State.TRANSFERRED, has_receipt=True)
    assert is_open(State.TRANSFERRED, has_receipt=False)
    closed = {state for state in State if not is_open(state, has_receipt=False)}
    assert closed == {State.CLOSED, State.WITHDRAWN, State.MERGED}


def test_levels_lead_up_and_down() -> None:
    for lower, upper in pairwise(CASE_LEVELS):
        assert level_above(lower) is upper
        assert level_below(upper) is lower
    assert level_above(CASE_LEVELS[-1]) is None
    assert level_below(CASE_LEVELS[0]) is None

"""The law of an order's life, without a database."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wangge.registers.orders.rules import LAWFUL_FROM, LEADS_TO, OrderMove, OrderState, after

moves = st.lists(st.sampled_from(OrderMove), max_size=20)


def lived(told: list[OrderMove]) -> list[OrderState]:
    """The states that an order passes, from waiting on; moves that are not lawful change nothing."""
    states = [OrderState.WAITING]
    for move in told:
        states.append(after(states[-1], move) or states[-1])
    return states


def test_every_move_leads_somewhere_from_somewhere() -> None:
    assert LEADS_TO.keys() == LAWFUL_FROM.keys() == set(OrderMove)
    assert all(LAWFUL_FROM.values())


@given(moves)
def test_what_is_over_stays_over_until_it_is_asked_for_again(told: list[OrderMove]) -> None:
    states = lived(told)
    for before, move, now in zip(states, told, states[1:], strict=False):
        if not before.is_open and now is not before:
            assert (move, now) == (OrderMove.ASK_AGAIN, OrderState.WAITING)


@given(moves)
def test_an_open_order_can_always_be_finished_given_up_and_taken_up(told: list[OrderMove]) -> None:
    """Wherever a worker goes away, the order is not lost."""
    state = lived(told)[-1]
    if state.is_open:
        assert after(state, OrderMove.FINISH) is OrderState.DONE
        assert after(state, OrderMove.GIVE_UP) is OrderState.FAILED
        assert after(state, OrderMove.TAKE_UP_AGAIN) is OrderState.WAITING
    else:
        assert after(state, OrderMove.TAKE_UP_AGAIN) is None


def test_what_one_worker_has_in_hand_no_other_begins() -> None:
    assert after(OrderState.RUNNING, OrderMove.BEGIN) is None

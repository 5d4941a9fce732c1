"""Orders in the database follow the law, whatever workers, persons and the clock try."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.registers.organisations.staff import AT, CLOCK, account, person
from wangge.doors.door import door
from wangge.insight.lists.models import ListExport
from wangge.lib.message import Message
from wangge.lib.uuid7 import uuid7
from wangge.registers.orders import operations as orders
from wangge.registers.orders.rules import (
    KEPT_FOR,
    LEADS_TO,
    STALLED_AFTER,
    OrderMove,
    OrderState,
    after,
)

MINUTE = timedelta(minutes=1)


def asked(at: datetime) -> UUID:
    """An order of some kind, which waits."""
    key = uuid7(at)
    row = ListExport(
        id=key,
        kind="grids",
        form="xlsx",
        language="zh",
        person_id=person("station_head"),
        account_id=account("station_head").pk,
        state=OrderState.WAITING.value,
        asked_at=at,
        moved_at=at,
    )
    door(CLOCK, lambda: row.save(force_insert=True))
    return key


def row(key: UUID) -> ListExport:
    return door(CLOCK, lambda: ListExport.objects.get(pk=key))


class Life(RuleBasedStateMachine):
    """One order, next to what the law says of it."""

    def __init__(self) -> None:
        super().__init__()
        self.all = transaction.atomic()
        self.all.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.all.__exit__(None, None, None)

    @initialize()
    def is_asked_for(self) -> None:
        self.at = self.moved_at = AT
        self.key, self.state = asked(AT), OrderState.WAITING

    @rule(minutes=st.integers(1, 15))
    def time_passes(self, minutes: int) -> None:
        self.at += minutes * MINUTE

    @rule(move=st.sampled_from(sorted(set(OrderMove) - {OrderMove.TAKE_UP_AGAIN})))
    def somebody_moves_it(self, move: OrderMove) -> None:
        told = door(CLOCK, lambda: bool(self._tried(move)))
        expected = after(self.state, move)
        assert told == (expected is not None), (self.state, move)
        if expected is not None:
            self.state, self.moved_at = expected, self.at

    def _tried(self, move: OrderMove) -> object:
        at, key = self.at, self.key
        tries: dict[OrderMove, Callable[[], object]] = {
            OrderMove.BEGIN: lambda: orders.begin(ListExport, key, at=at),
            OrderMove.GO_ON: lambda: orders.go_on(ListExport, key, at=at, rows=1),
            OrderMove.FINISH: lambda: orders.finish(ListExport, key, at=at, rows=2),
            OrderMove.GIVE_UP: lambda: orders.give_up(ListExport, key, Message("no"), at=at),
            OrderMove.CANCEL: lambda: orders.cancel(ListExport, [key], at=at),
            OrderMove.ASK_AGAIN: lambda: orders.ask_again(ListExport, [key], at=at),
        }
        return tries[move]()

    @rule()
    def the_clock_looks(self) -> None:
        taken = door(CLOCK, lambda: orders.take_up_again(ListExport, at=self.at))
        stalled = self.state.is_open and self.moved_at < self.at - STALLED_AFTER
        assert taken == ([self.key] if stalled else [])
        if stalled:
            self.state, self.moved_at = LEADS_TO[OrderMove.TAKE_UP_AGAIN], self.at

    @invariant()
    def the_row_says_what_the_law_says(self) -> None:
        found = row(self.key)
        assert (found.state, found.moved_at) == (self.state.value, self.moved_at)
        assert (found.ended_at is None) == self.state.is_open
        assert (found.reason is not None) == (self.state is OrderState.FAILED)


LIVES = settings(
    max_examples=30, stateful_step_count=20, deadline=None, derandomize=True, database=None
)


@pytest.mark.django_db
def test_an_order_lives_as_the_law_says() -> None:
    run_state_machine_as_test(Life, settings=LIVES)


@pytest.mark.django_db
def test_what_a_killed_worker_left_is_taken_up_again_once() -> None:
    key = asked(AT)
    assert door(CLOCK, lambda: orders.begin(ListExport, key, at=AT)) is not None
    # the worker is killed here
    soon, later = AT + STALLED_AFTER, AT + STALLED_AFTER + MINUTE
    assert door(CLOCK, lambda: orders.take_up_again(ListExport, at=soon)) == []
    assert door(CLOCK, lambda: orders.take_up_again(ListExport, at=later)) == [key]
    assert door(CLOCK, lambda: orders.take_up_again(ListExport, at=later + MINUTE)) == []
    begun = [door(CLOCK, lambda: orders.begin(ListExport, key, at=later)) for _ in range(2)]
    assert [each is not None for each in begun] == [True, False]
    assert door(CLOCK, lambda: orders.finish(ListExport, key, at=later))
    assert not door(CLOCK, lambda: orders.finish(ListExport, key, at=later))
    much_later = later + 10 * STALLED_AFTER
    assert door(CLOCK, lambda: orders.take_up_again(ListExport, at=much_later)) == []


@pytest.mark.django_db
def test_a_worker_that_was_only_slow_may_still_finish() -> None:
    key = asked(AT)
    door(CLOCK, lambda: orders.begin(ListExport, key, at=AT))
    late = AT + 2 * STALLED_AFTER
    door(CLOCK, lambda: orders.take_up_again(ListExport, at=late))
    assert door(CLOCK, lambda: orders.finish(ListExport, key, at=late))
    assert door(CLOCK, lambda: orders.begin(ListExport, key, at=late)) is None


@pytest.mark.django_db
def test_those_that_stalled_longest_are_taken_up_first_and_not_more_than_wanted() -> None:
    keys = [asked(AT + n * MINUTE) for n in range(3)]
    late = AT + 2 * STALLED_AFTER
    assert door(CLOCK, lambda: orders.take_up_again(ListExport, at=late, most=2)) == keys[:2]
    assert door(CLOCK, lambda: orders.take_up_again(ListExport, at=late, most=2)) == keys[2:]


@pytest.mark.django_db
def test_only_what_is_long_over_is_forgotten_and_only_once() -> None:
    key = asked(AT)
    empty: dict[str, object] = {"language": ""}
    long_after = AT + KEPT_FOR + MINUTE
    assert door(CLOCK, lambda: orders.forget(ListExport, at=long_after, **empty)) == 0
    door(CLOCK, lambda: orders.finish(ListExport, key, at=AT))
    assert door(CLOCK, lambda: orders.forget(ListExport, at=AT + KEPT_FOR, **empty)) == 0
    assert door(CLOCK, lambda: orders.forget(ListExport, at=long_after, **empty)) == 1
    assert door(CLOCK, lambda: orders.forget(ListExport, at=long_after, **empty)) == 0
    assert row(key).state == OrderState.DONE

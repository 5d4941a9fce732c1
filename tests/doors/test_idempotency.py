"""Sent twice, done once, answered twice; also when both arrive together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.idempotency import once
from wangge.doors.models import IdempotentAnswer
from wangge.doors.operation import OutsideDoor
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

VISITOR = Actor.visitor()


class Work:
    """Something that must not be done twice; counts how often it was."""

    def __init__(self) -> None:
        self.done = 0

    def __call__(self) -> str:
        self.done += 1
        return f"number {self.done}"


def ask(
    work: Work, at: datetime, *, subject: str = "portal", key: str = "k", body: str = "b"
) -> str:
    return door(VISITOR, lambda: once(subject, key, body, work, at=at))


@pytest.mark.django_db
def test_the_second_request_gets_the_first_answer(at: datetime) -> None:
    work = Work()
    assert [ask(work, at), ask(work, at)] == ["number 1", "number 1"]
    assert work.done == 1


@pytest.mark.django_db
def test_other_keys_and_other_subjects_are_other_requests(at: datetime) -> None:
    work = Work()
    ask(work, at)
    ask(work, at, key="other")
    ask(work, at, subject="other")
    assert work.done == 3


@pytest.mark.django_db
def test_another_request_under_the_same_key_is_refused(at: datetime) -> None:
    work = Work()
    ask(work, at)
    with pytest.raises(Refusal) as refused:
        ask(work, at, body="another")
    assert refused.value.status == 422
    assert work.done == 1


@pytest.mark.django_db
def test_a_refusal_gives_the_key_back(at: datetime) -> None:
    work = Work()

    def refuse() -> str:
        raise Refusal(Message("refusal.invalid", count=1), status=422)

    def unit() -> str:
        """As a page does: the refusal is caught inside the transaction, which is committed."""
        with pytest.raises(Refusal):
            once("portal", "k", "b", refuse, at=at)
        return once("portal", "k", "mended", work, at=at)

    assert door(VISITOR, unit) == "number 1"


def test_outside_a_door_it_is_a_bug(own_database: None, at: datetime) -> None:
    with pytest.raises(OutsideDoor):
        once("portal", "k", "b", Work(), at=at)


def test_two_that_arrive_together_do_it_once(own_database: None, at: datetime) -> None:
    work, together = Work(), Barrier(4)

    def arrive(_: int) -> str:
        from django.db import connection

        together.wait(timeout=20)
        try:
            return ask(work, at, key="together")
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as people:
        answers = list(people.map(arrive, range(4)))
    assert answers == ["number 1"] * 4
    assert work.done == 1
    kept = door(VISITOR, lambda: IdempotentAnswer.objects.filter(key="together").count())
    assert kept == 1

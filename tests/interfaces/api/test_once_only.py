"""A call that is sent twice is done once and answered twice, even when both arrive together."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.conftest import build_template, connected_to
from tests.interfaces.api.conftest import CASES, CLOCK, LAMP, Program, case_of, program_of
from tests.interfaces.api.test_cases import ACCEPT
from wangge.doors.door import door
from wangge.work.cases.models import Case

KEY = "0f9b1c1e-4a5d-4d0e-9a51-0d2a5b0c7e11"


def cases() -> int:
    return door(CLOCK, Case.objects.count)


def test_a_report_sent_twice_is_one_case_and_one_receipt(clerk: Program) -> None:
    first = clerk.send(CASES, LAMP, key=KEY)
    before = cases()
    second = clerk.send(CASES, dict(reversed(LAMP.items())), key=KEY)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert first["Location"] == second["Location"]
    assert cases() == before


def test_another_report_under_the_same_key_is_refused(clerk: Program) -> None:
    clerk.send(CASES, LAMP, key=KEY)
    before = cases()
    refused = clerk.send(CASES, {**LAMP, "words": "另一件事"}, key=KEY)
    assert (refused.status_code, refused.json()["code"]) == (422, "api.key_used_for_another")
    assert cases() == before


def test_a_move_sent_twice_is_made_once(clerk: Program) -> None:
    number = clerk.report()["number"]
    made = {"move": "accept", "version": 1, **ACCEPT}
    first = clerk.send(f"{CASES}/{number}/moves", made, key=KEY)
    second = clerk.send(f"{CASES}/{number}/moves", made, key=KEY)
    assert (first.status_code, first.json()) == (second.status_code, second.json())
    assert case_of(number).version == 2


def test_a_move_is_answered_again_when_the_case_is_out_of_sight(clerk: Program) -> None:
    """Who hands a case on may not see it any longer, and still may ask whether it went."""
    worker, centre = program_of("grid_worker_2"), program_of("township_centre")
    number = clerk.report(group=5)["number"]
    clerk.move(number, "accept", **ACCEPT)
    worker.move(number, "take")
    made = {"move": "escalate", "version": 3, "reason": "村里办不了", "tried": "联系过电工"}
    first = worker.send(f"{CASES}/{number}/moves", made, key=KEY)
    assert first.status_code == 201, first.content.decode()
    assert centre.move(number, "relocate", area="431124101204").status_code == 201
    assert worker.get(f"{CASES}/{number}").status_code == 404
    second = worker.send(f"{CASES}/{number}/moves", made, key=KEY)
    assert (second.status_code, second.json()) == (201, first.json())


def test_a_key_counts_for_one_address(clerk: Program) -> None:
    number = clerk.report()["number"]
    clerk.send(CASES, LAMP, key=KEY)
    made = {"move": "accept", "version": 1, **ACCEPT}
    assert clerk.send(f"{CASES}/{number}/moves", made, key=KEY).status_code == 422


def test_a_key_counts_for_one_caller(clerk: Program) -> None:
    other = program_of("grid_worker_2")
    lamp = {**LAMP, "group": 5}
    mine, theirs = clerk.send(CASES, lamp, key=KEY), other.send(CASES, lamp, key=KEY)
    assert mine.json()["number"] != theirs.json()["number"]
    assert mine.json()["query_code"] != theirs.json()["query_code"]


def test_a_refused_call_gives_the_key_back(clerk: Program) -> None:
    assert clerk.send(CASES, {**LAMP, "category": "9999"}, key=KEY).status_code == 422
    assert clerk.send(CASES, LAMP, key=KEY).status_code == 201


@pytest.mark.parametrize("key", ["short", "x" * 101, "with blank", "键键键键键键键键"])
def test_a_key_has_a_form(clerk: Program, key: str) -> None:
    refused = clerk.send(CASES, LAMP, key=key)
    assert refused.status_code == 422
    assert list(refused.json()["fields"]) == ["Idempotency-Key"]


def test_a_change_without_a_key_is_refused(clerk: Program) -> None:
    headers = {"Authorization": f"Bearer {clerk.token}"}
    refused = clerk.client.post(CASES, LAMP, content_type="application/json", headers=headers)
    assert refused.json()["fields"]["Idempotency-Key"]["code"] == "api.wrong.missing"


@pytest.fixture
def own_database(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The world in a database where calls may commit at the same time."""
    name = database.clone(database.template_database(build_template))
    with connected_to(name, django_db_blocker, CONN_MAX_AGE=0):
        yield
    database.drop(name)


def test_two_calls_together_are_one_case(own_database: None) -> None:
    token = program_of("station_clerk").token
    before, together = cases(), Barrier(2)

    def call(_: int) -> HttpResponse:
        program = Program(token, Client())
        together.wait()
        try:
            return program.send(CASES, LAMP, key=KEY)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(call, range(2)))
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    assert cases() == before + 1

"""Every no is a problem in the language of the call, and nothing below /api/ is ever a page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.conf import settings as configured
from django.test import Client
from pytest_django import Settings

from tests.interfaces.api.conftest import CASES, LAMP, Program
from wangge.interfaces.api import cases
from wangge.interfaces.api.reading import MOST_BYTES
from wangge.interfaces.api.requests import ListedState, NewMove
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.states import State

NOWHERE = f"{CASES}/SJ4311242026010199999"


def assert_problem(answer: Any, status: int) -> dict[str, Any]:
    assert answer.status_code == status, answer.content.decode()
    assert answer["Content-Type"] == "application/problem+json"
    problem: dict[str, Any] = answer.json()
    assert problem["status"] == status
    assert problem["type"] == f"urn:wangge:{problem['code']}"
    assert problem["instance"] == answer["X-Request-ID"]
    assert not problem["detail"].startswith("[")
    return problem


@pytest.mark.parametrize("address", ["/api/", "/api/v1/", "/api/v1", "/api/v1/x", "/api/v2/cases"])
def test_no_address_is_a_problem(client: Client, address: str, db: None) -> None:
    assert_problem(client.get(address), 404)
    assert_problem(client.post(address), 404)


def test_no_case_is_a_problem(clerk: Program) -> None:
    assert_problem(clerk.get(NOWHERE), 404)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options", "head"])
def test_another_method_is_a_problem(clerk: Program, method: str) -> None:
    call = getattr(clerk.client, method)
    answer = call(CASES, headers={"Authorization": f"Bearer {clerk.token}"})
    assert answer.status_code == 405
    assert answer["Content-Type"] == "application/problem+json"
    assert set(answer["Allow"].split(", ")) == {"GET", "POST"}


@pytest.mark.parametrize("said", [{}, {"Authorization": "Basic eDp5"}, {"Authorization": "Bearer"}])
def test_without_a_token_is_a_problem(client: Client, said: dict[str, str], db: None) -> None:
    for answer in (client.get(CASES, headers=said), client.post(CASES, headers=said)):
        assert_problem(answer, 401)
        assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("", "zh", "没有找到"),
        ("en", "en", "Not found"),
        ("en-GB,zh;q=0.5", "en", "Not found"),
        ("fr, zh;q=0.8, en;q=0.7", "zh", "没有找到"),
        ("fr", "zh", "没有找到"),
        ("*", "zh", "没有找到"),
        ("x" * 10_000, "zh", "没有找到"),
    ],
)
def test_the_words_are_in_the_language_of_the_call(
    clerk: Program, language: str, title: str, said: str
) -> None:
    answer = clerk.get(NOWHERE, Accept_Language=language)
    assert assert_problem(answer, 404)["title"] == said
    assert answer["Content-Language"] == title


def test_code_and_parameters_are_the_same_in_each_language(clerk: Program) -> None:
    refused = [clerk.send(CASES, {}, Accept_Language=language).json() for language in ("zh", "en")]
    chinese, english = refused
    assert chinese["title"] != english["title"]
    for problem in refused:
        for name in ("title", "detail", "instance"):
            del problem[name]
        for field in problem["fields"].values():
            del field["words"]
    assert chinese == english


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        (b"{", "application/json", 400),
        (b"", "application/json", 415),  # without a body there is no type
        (b"\xff\xfe", "application/json", 400),
        (b'{"words": NaN}', "application/json", 422),
        (b'{"words": "\\ud800"}', "application/json", 400),
        (b"[" * 50_000, "application/json", 400),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b'"x"', "application/json", 422),
        (b"{}", "text/plain", 415),
        (b"words=x", "application/x-www-form-urlencoded", 415),
        (b"{}", "multipart/form-data; boundary=x", 415),
        (b" " * (MOST_BYTES + 1), "application/json", 413),
        (b" " * (configured.DATA_UPLOAD_MAX_MEMORY_SIZE + 1), "application/json", 413),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_body_that_cannot_be_read(clerk: Program, body: bytes, media: str, status: int) -> None:
    headers = {"Authorization": f"Bearer {clerk.token}", "Idempotency-Key": "12345678"}
    answer = clerk.client.post(CASES, body, content_type=media, headers=headers)
    assert_problem(answer, status)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"colour": "red"}, "colour"),
        ({"words": "a\x00b"}, "words"),
        ({"words": "长" * 4001}, "words"),
        ({"words": 7}, "words"),
        ({"words": None}, "words"),
        ({"category": 404}, "category"),
        ({"category": "04040"}, "category"),
        ({"area": "431124000000"}, "area"),
        ({"area": "٤٣١١٢٤"}, "area"),
        ({"group": "5"}, "group"),
        ({"group": True}, "group"),
        ({"group": 5.5}, "group"),
        ({"group": 10**30}, "group"),
        ({"handler_may_contact": "yes"}, "handler_may_contact"),
        ({"channel": "portal"}, "channel"),
        ({"point": {"longitude": 111}}, "point.latitude"),
        ({"point": {"longitude": 1e308, "latitude": 25}}, "point.longitude"),
        ({"occurred_at": "2026-01-01T10:00:00"}, "occurred_at"),
        ({"occurred_at": 1767225600}, "occurred_at"),
        ({"occurred_at": "0001-01-01T00:00:00+14:00"}, "occurred_at"),
        ({"occurred_at": "9999-12-31T23:59:59-14:00"}, "occurred_at"),
        ({"name": "x" * 61}, "name"),
        ({"complained_of": ["x"] * 11}, "complained_of"),
        ({"complained_of": "x"}, "complained_of"),
    ],
    ids=str,
)
def test_what_does_not_fit_is_named(clerk: Program, said: dict[str, Any], field: str) -> None:
    problem = assert_problem(clerk.send(CASES, {**LAMP, **said}), 422)
    assert list(problem["fields"]) == [field]
    assert problem["fields"][field]["words"]


@pytest.mark.parametrize(
    "said",
    [
        {"move": "dance"},
        {"stage": "perhaps"},
        {"version": 0},
        {"version": 2**63},
        {"unit": "x"},
        {"assisting": ["00000000-0000-7000-8000-000000000000"] * 21},
        {"amount": 0},
        {"consent_on": "2026-02-30"},
        {"review_on": "9999-12-31"},
        {"answer_due": "9999-12-31T23:59:59Z"},
        {"main_case": "SJ1"},
        {"level": "grid"},
        {"receipt": "x" * 81},
    ],
    ids=str,
)
def test_what_does_not_fit_a_move_is_named(clerk: Program, said: dict[str, Any]) -> None:
    number = clerk.report()["number"]
    sent = clerk.send(f"{CASES}/{number}/moves", {"move": "take", "version": 1, **said})
    (field,) = assert_problem(sent, 422)["fields"]
    assert field.split(".")[0] in said


@pytest.mark.parametrize(
    ("query", "status", "field"),
    [
        ("area=x", 422, "area"),
        ("state=asleep", 422, "state"),
        ("state=", 422, "state"),
        ("light=green", 422, "light"),
        ("category=4", 422, "category"),
        ("category=%00%00", 422, "category"),
        ("unit=1", 422, "unit"),
        ("limit=0", 422, "limit"),
        ("limit=101", 422, "limit"),
        ("limit=all", 422, "limit"),
        ("stat=open", 422, "stat"),
        ("after=x", 400, None),
        ("before=%00", 400, None),
        ("after=" + "x" * 2001, 422, "after"),
    ],
)
def test_filters_are_exact(clerk: Program, query: str, status: int, field: str | None) -> None:
    problem = assert_problem(clerk.get(f"{CASES}?{query}"), status)
    assert list(problem["fields"]) == ([field] if field else [])


@pytest.mark.parametrize("number", ["x", "SJ%00", "SJ431124202601019999", "%E4%B8%AD", "a%0Ab"])
def test_what_is_no_number_is_told_so(clerk: Program, number: str) -> None:
    for address in (f"{CASES}/{number}", f"{CASES}/{number}/steps"):
        problem = assert_problem(clerk.get(address), 422)
        assert list(problem["fields"]) == ["number"]


def test_fields_without_end_are_not_all_told(clerk: Program) -> None:
    problem = assert_problem(clerk.send(CASES, {f"f{n}": n for n in range(2000)}), 422)
    assert len(problem["fields"]) <= 50


def test_a_bug_is_a_problem_without_a_word_of_what_it_was(
    clerk: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(cases, "line_of", broken)
    number = clerk.report()["number"]
    clerk.client.raise_request_exception = False
    answer = clerk.get(CASES)
    assert number
    assert "secret" not in json.dumps(assert_problem(answer, 500))


def test_a_foreign_host_is_a_problem(client: Client, settings: Settings, db: None) -> None:
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    answer = client.get(CASES, headers={"Host": "example.invalid"})
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.status_code == 400


def test_every_need_has_a_field() -> None:
    assert set(NewMove.model_fields) - {"move", "stage", "version"} == {need.value for need in Need}


def test_every_state_may_be_asked_for() -> None:
    assert set(ListedState.__args__) == {"open", *(state.value for state in State)}

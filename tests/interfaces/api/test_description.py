"""The API keeps what its own description says: it is called with everything that one thinks of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import jsonschema_rs
import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connection
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case
from schemathesis.checks import CHECKS

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from tests.interfaces.api.conftest import CASES, Program, case_of, program_of
from wangge.work.cases.rules.categories import categories

DESCRIPTION = "/api/v1/openapi.json"
# That a call is shaped well does not mean that the law allows it: 422 is an answer, too.
CHECKED = [each for each in CHECKS.get_all() if each.__name__ != "positive_data_acceptance"]


BOUNDED = settings(
    max_examples=25,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)

schema = schemathesis.openapi.from_wsgi(DESCRIPTION, get_wsgi_application())


@contextmanager
def one_connection() -> Iterator[None]:
    """A server gives its connection up after each call; the test would lose its transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


@pytest.fixture
def token(db: None) -> str:
    return program_of("station_clerk").token


@pytest.fixture
def numbers(token: str) -> list[str]:
    """Enquiries at the village's desk: fresh, accepted, taken, completed."""
    clerk = Program(token)
    reported = [clerk.report(category="0604")["number"] for _ in range(4)]
    ways: dict[str, dict[str, str]] = {
        "accept": {"category": "0604", "level": "village", "scale": "01"},
        "take": {},
        "complete": {"words": "说清楚了", "closing": "settled"},
    }
    for place, (move, said) in enumerate(ways.items(), start=1):
        for number in reported[place:]:
            made = clerk.move(number, move, **said)
            assert made.status_code == 201, made.content.decode()
    return reported


@schema.parametrize()
@BOUNDED
def test_it_answers_as_described(case: Case, token: str) -> None:
    with one_connection():
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"}, checks=CHECKED)


@given(
    case=schema[CASES]["POST"].as_strategy(),
    category=st.sampled_from(sorted(categories())),
    area=st.sampled_from([COUNTY, TOWNSHIP, VILLAGE, f"{VILLAGE}001"]),
)
@BOUNDED
def test_no_report_from_a_real_place_is_a_fault(
    token: str, case: Case, category: str, area: str
) -> None:
    case.body = {**case.body, "category": category, "area": area}
    assert _called(case, token) in {201, 403, 422}


@given(case=schema[f"{CASES}/{{number}}/moves"]["POST"].as_strategy(), place=st.integers(0, 3))
@BOUNDED
def test_no_move_on_a_real_case_is_a_fault(
    token: str, numbers: list[str], case: Case, place: int
) -> None:
    number = numbers[place]
    case.path_parameters = {"number": number}
    case.body = {**case.body, "version": case_of(number).version}
    assert _called(case, token) in {201, 403, 409, 422}


def _called(case: Case, token: str) -> int:
    case.headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}
    with one_connection():
        status = case.call().status_code
    connection.check_constraints()  # as a commit would
    return status


def test_the_description_is_public_and_of_openapi_3_1(client: Client) -> None:
    answer = client.get(DESCRIPTION)
    described: dict[str, Any] = answer.json()
    assert described["openapi"].startswith("3.1")
    assert set(described["paths"]) == {
        "/api/v1/cases",
        "/api/v1/cases/{number}",
        "/api/v1/cases/{number}/steps",
        "/api/v1/cases/{number}/moves",
    }
    for name, shape in described["components"]["schemas"].items():
        whole = {**shape, "components": described["components"]}
        assert jsonschema_rs.validator_for(whole) is not None, name


def test_every_reference_of_the_description_leads_somewhere(client: Client) -> None:
    described = client.get(DESCRIPTION).json()
    text = json.dumps(described)
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= set(described["components"]["schemas"])


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_description_is_only_read(client: Client, method: str) -> None:
    answer = getattr(client, method)(DESCRIPTION)
    assert (answer.status_code, answer["Content-Type"]) == (405, "application/problem+json")

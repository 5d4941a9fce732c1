"""A receipt opens one case to the person who holds it, and of that case only what is meant for them."""

from __future__ import annotations

import pytest

from tests.leaks.endpoints import Endpoint, endpoints
from tests.leaks.oracle import written
from tests.leaks.scene import MARK, VISITOR, Asking, Scene
from tests.leaks.test_sight import body
from wangge.lib import query_code

FOR_THE_REPORTER = {"words", "place", "outcome"}


@pytest.mark.parametrize("key", written())
@pytest.mark.parametrize("endpoint", endpoints("receipt"), ids=str)
def test_a_receipt_shows_its_case_and_no_other(scene: Scene, endpoint: Endpoint, key: str) -> None:
    case = scene.cases[key]
    answer = scene.browser(VISITOR, case).get(endpoint.address())
    text = body(answer)
    assert answer.status_code in endpoint.statuses
    assert scene.marks(text) <= {key}
    assert {where for _, where in MARK.findall(text)} <= FOR_THE_REPORTER
    assert case.phone not in text
    if str(endpoint) == "GET /track/case":
        assert (key, "words") in MARK.findall(text)


@pytest.mark.parametrize("endpoint", endpoints("receipt"), ids=str)
@pytest.mark.parametrize("role", [VISITOR, "station_head", "county_centre"])
def test_without_a_receipt_there_is_no_case(scene: Scene, endpoint: Endpoint, role: str) -> None:
    answer = scene.browser(role).get(endpoint.address())
    assert answer.status_code in {302, 404}
    assert MARK.findall(body(answer)) == []


@pytest.mark.parametrize("address", ["/console/", "/console/cases", "/api/v1/cases"])
def test_a_receipt_opens_nothing_of_the_officials(scene: Scene, address: str) -> None:
    holder = scene.browser(VISITOR, scene.cases["owngrid"])
    answer = holder.get(address)
    assert answer.status_code in {302, 401}
    assert MARK.findall(body(answer)) == []


def test_a_wrong_code_and_a_wrong_number_look_the_same(scene: Scene) -> None:
    case, nobody = scene.cases["owngrid"], Asking({}, {})
    number = f"{case.number[:-5]}99999"
    tries = [
        nobody.post("/track", {"number": said, "code": query_code.new_code()})
        for said in (case.number, number)
    ]
    assert [answer.status_code for answer in tries] == [404, 404]
    assert not any(MARK.findall(body(answer)) for answer in tries)
    assert all("wangge_receipt" not in answer.cookies for answer in tries)


def test_a_forged_receipt_is_no_receipt(scene: Scene) -> None:
    case = scene.cases["owngrid"]
    held = scene.browser(VISITOR, case).cookies["wangge_receipt"]
    other = scene.cases["sibling"]
    forged = held.replace(case.number, other.number).replace(case.code, other.code)
    answer = Asking({"wangge_receipt": forged}, {}).get("/track/case")
    assert (answer.status_code, answer["Location"]) == (302, "/track")

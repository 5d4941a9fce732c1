"""A receipt opens one case to the person who holds it, and of that case only what is meant for them."""

from __future__ import annotations

import pytest

from tests.leaks.asking import Asking, body
from tests.leaks.endpoints import Endpoint, endpoints
from tests.leaks.oracle import written
from tests.leaks.scene import VISITOR, Found, Scene
from wangge.lib import query_code

FOR_THE_REPORTER = ("number", "words", "place", "outcome")
RECEIPTS = [each for each in endpoints() if each.receipt]


@pytest.mark.parametrize("key", written())
@pytest.mark.parametrize("endpoint", RECEIPTS, ids=str)
def test_a_receipt_shows_its_case_and_no_other(scene: Scene, endpoint: Endpoint, key: str) -> None:
    case = scene.cases[key]
    answer = scene.browser(VISITOR, case).get(endpoint.address())
    found = scene.found(body(answer))
    assert answer.status_code in endpoint.statuses
    assert found <= {Found("case", key, sort) for sort in FOR_THE_REPORTER}
    if str(endpoint) == "GET /track/case":
        assert Found("case", key, "words") in found


@pytest.mark.parametrize("endpoint", RECEIPTS, ids=str)
@pytest.mark.parametrize("role", [VISITOR, "station_head", "county_centre"])
def test_without_a_receipt_there_is_no_case(scene: Scene, endpoint: Endpoint, role: str) -> None:
    answer = scene.browser(role).get(endpoint.address())
    assert answer.status_code in {302, 404}
    assert scene.found(body(answer)) == set()


@pytest.mark.parametrize("address", ["/console/", "/console/cases", "/api/v1/cases"])
def test_a_receipt_opens_nothing_of_the_officials(scene: Scene, address: str) -> None:
    holder = scene.browser(VISITOR, scene.cases["owngrid"])
    answer = holder.get(address)
    assert answer.status_code in {302, 401}
    assert scene.found(body(answer)) == set()


def test_a_wrong_code_and_a_wrong_number_look_the_same(scene: Scene) -> None:
    case, nobody = scene.cases["owngrid"], Asking({}, {})
    number = f"{case.number[:-5]}99999"
    tries = [
        nobody.post("/track", {"number": said, "code": query_code.new_code()})
        for said in (case.number, number)
    ]
    assert [answer.status_code for answer in tries] == [404, 404]
    told = {found.sort for answer in tries for found in scene.found(body(answer))}
    assert told <= {"number"}  # as it was typed
    assert all("wangge_receipt" not in answer.cookies for answer in tries)


def test_a_forged_receipt_is_no_receipt(scene: Scene) -> None:
    case = scene.cases["owngrid"]
    held = scene.browser(VISITOR, case).cookies["wangge_receipt"]
    other = scene.cases["sibling"]
    forged = held.replace(case.number, other.number).replace(case.code, other.code)
    answer = Asking({"wangge_receipt": forged}, {}).get("/track/case")
    assert (answer.status_code, answer["Location"]) == (302, "/track")

"""The leak table: every address × every role × every place, held against the oracle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.http import HttpResponse

from tests.factories.world import COUNTY, Officer
from tests.leaks.endpoints import Endpoint, endpoints, telling
from tests.leaks.oracle import holds, reads, sees, staff, supervises, written
from tests.leaks.scene import MARK, VISITOR, Played, Scene

STAFF = staff()
WRITTEN = written()
ROLES = [VISITOR, *STAFF]

# What differs between two answers that say the same: ids, and the token against forged forms.
_PASSING = re.compile(
    r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b[0-9a-f]{10}\b"
    r'|(?<=name="csrfmiddlewaretoken" value=")[A-Za-z0-9]{64}'
)


# Places finer than a village, as a program or a map would be told them.
FINER = ("431124212217001", "431124212217002", "111.59")

PASSERS_BY = (VISITOR, "grid_worker", "county_centre")


def _askings() -> Iterator[tuple[Endpoint, str]]:
    """Pages for everybody are asked for by a few, pages of officials by all."""
    for endpoint in endpoints("nothing"):
        for role in PASSERS_BY if endpoint.face == "portal" else ROLES:
            yield endpoint, role


def posts_of(role: str, endpoint: Endpoint) -> tuple[Officer, ...]:
    """The posts somebody asks in; a program has one."""
    posts = STAFF.get(role, ())
    return posts[:1] if endpoint.face == "api" else posts


def ask(scene: Scene, role: str, endpoint: Endpoint, **ids: object) -> HttpResponse:
    """The answer to a role."""
    address = endpoint.address(**ids)
    asking = scene.program(role) if endpoint.face == "api" else scene.browser(role)
    if endpoint.method == "GET":
        return asking.get(address)
    if endpoint.face == "api":
        return asking.send(address, endpoint.json)
    return asking.post(address, endpoint.form)


def heard(posts: tuple[Officer, ...], key: str, where: str) -> bool:
    """Whether somebody may be told what was said there in a case; supervisors their own words."""
    return reads(posts, WRITTEN[key]) or (where == "card" and supervises(posts))


def body(answer: HttpResponse) -> str:
    return answer.content.decode(errors="replace")


def shape(answer: HttpResponse, number: str) -> tuple[int, str, str]:
    """What an answer says, without what may differ between a hidden case and an invented one."""
    said = _PASSING.sub("", body(answer).replace(number, ""))
    return answer.status_code, answer.get("Content-Type", ""), said


def shut_out(endpoint: Endpoint, answer: HttpResponse) -> bool:
    """Whether a visitor is answered as one."""
    if endpoint.face == "api":
        return answer.status_code == 401
    return answer.status_code == 302 and answer["Location"].startswith("/sign-in?")


@pytest.mark.parametrize(("endpoint", "role"), list(_askings()), ids=str)
def test_what_exposes_nothing_bears_no_mark(scene: Scene, endpoint: Endpoint, role: str) -> None:
    own = scene.own.get(role, {"notice": uuid4(), "token": uuid4()})
    answer = ask(scene, role, endpoint, **own, **scene.office)
    assert not MARK.findall(body(answer))
    if role == VISITOR and endpoint.face != "portal":
        assert shut_out(endpoint, answer)
    elif endpoint.needs and not holds(posts_of(role, endpoint), endpoint.needs):
        assert answer.status_code == 403
    elif endpoint.face == "api":
        assert answer.status_code in {*endpoint.statuses, 403}
    else:
        assert answer.status_code in endpoint.statuses


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("endpoint", endpoints("cases"), ids=str)
def test_a_list_has_what_is_in_sight(scene: Scene, endpoint: Endpoint, role: str) -> None:
    answer = ask(scene, role, endpoint, **scene.office)
    found = scene.marks(body(answer))
    if role == VISITOR:
        assert (shut_out(endpoint, answer), found) == (True, set())
        return
    posts = posts_of(role, endpoint)
    in_sight = {key for key, case in WRITTEN.items() if sees(posts, case)}
    assert answer.status_code in endpoint.statuses
    assert found <= in_sight
    assert {key for key, where in scene.said(body(answer)) if not heard(posts, key, where)} == set()
    assert "ZZname" not in body(answer)
    if endpoint.complete == "all":
        assert found == in_sight
    if endpoint.complete == "read":
        assert found == {key for key in in_sight if reads(posts, WRITTEN[key])}
    if endpoint.complete == "county":
        assert found == {key for key in in_sight if WRITTEN[key].area.startswith(COUNTY)}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("endpoint", endpoints("case"), ids=str)
def test_a_case_is_shown_or_is_as_if_it_were_not(
    scene: Scene, endpoint: Endpoint, role: str
) -> None:
    wrong = [found for found in _faults(scene, endpoint, role) if found]
    assert wrong == []


def _faults(scene: Scene, endpoint: Endpoint, role: str) -> Iterator[str]:
    posts = posts_of(role, endpoint)
    nothing_there = _answer_to_invented(scene, endpoint, role)
    for key, case in scene.cases.items():
        if not endpoint.everywhere and key not in telling():
            continue
        answer = ask(scene, role, endpoint, number=case.number, **case.ids)
        if role == VISITOR:
            fault = _fault_to_visitor(endpoint, answer)
        elif reads(posts, WRITTEN[key]) or (sees(posts, WRITTEN[key]) and not endpoint.parties):
            fault = _fault_of_shown(scene, endpoint, answer, case, posts)
        elif sees(posts, WRITTEN[key]):
            fault = _fault_of_hidden(answer, case, _answer_to_no_file(scene, endpoint, role, case))
        else:
            fault = _fault_of_hidden(answer, case, nothing_there)
        yield f"{key}: {fault}" if fault else ""


def _fault_to_visitor(endpoint: Endpoint, answer: HttpResponse) -> str:
    wrong = not shut_out(endpoint, answer) or MARK.search(body(answer))
    return f"a visitor is answered {answer.status_code}" if wrong else ""


def _fault_of_shown(
    scene: Scene,
    endpoint: Endpoint,
    answer: HttpResponse,
    case: Played,
    posts: tuple[Officer, ...],
) -> str:
    if answer.status_code not in endpoint.statuses:
        return f"in sight, but {answer.status_code}"
    text = body(answer)
    if case.name in text or case.phone in text:
        return "tells who reported"
    if others := scene.marks(text) - {case.key}:
        return f"bears marks of {sorted(others)}"
    unheard = [where for key, where in scene.said(text) if not heard(posts, key, where)]
    finer = not reads(posts, WRITTEN[case.key]) and any(where in text for where in FINER)
    return f"tells of the parties: {unheard or 'where'}" if unheard or finer else ""


def _answer_to_invented(scene: Scene, endpoint: Endpoint, role: str) -> tuple[int, str, str]:
    """What somebody is answered who asks for a number and ids that nobody ever gave."""
    number = f"SJ{COUNTY}2026010199999"
    answer = ask(scene, role, endpoint, number=number, file=uuid4(), task=uuid4(), item=uuid4())
    return shape(answer, number)


def _answer_to_no_file(
    scene: Scene, endpoint: Endpoint, role: str, case: Played
) -> tuple[int, str, str]:
    """What somebody is answered who asks a case in sight for a file that it does not have."""
    return shape(ask(scene, role, endpoint, number=case.number, file=uuid4()), case.number)


def _fault_of_hidden(
    answer: HttpResponse, case: Played, nothing_there: tuple[int, str, str]
) -> str:
    if MARK.search(body(answer)):
        return f"hidden, but shown with {answer.status_code}"
    if answer.status_code != 404:
        return f"hidden, but {answer.status_code}"
    same = shape(answer, case.number) == nothing_there
    return "" if same else "not answered like a case that does not exist"

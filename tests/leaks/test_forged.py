"""Ids that were guessed or copied from elsewhere are answered like ids that nobody ever gave."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.http import HttpResponse

from tests.leaks.asking import Asking, body
from tests.leaks.oracle import staff, written
from tests.leaks.scene import CLOCK, Scene, case_of, office
from tests.leaks.test_sight import shape
from wangge.doors.door import door
from wangge.registers.notices.models import Notice
from wangge.registers.organisations.models import ApiToken, Post

INVENTED = "SJ4311242026010199999"
HIDDEN = ["sibling", "neighbour", "conduct", "othercounty"]  # from a clerk of the village


def same(hidden: HttpResponse, invented: HttpResponse, *numbers: str) -> bool:
    ids = dict(enumerate(numbers))
    return shape(hidden, ids) == shape(invented, ids)


@pytest.fixture
def clerk(scene: Scene) -> Asking:
    return scene.browser("station_clerk")


@pytest.mark.parametrize("key", HIDDEN)
def test_a_hidden_number_is_sought_in_vain(scene: Scene, clerk: Asking, key: str) -> None:
    number = scene.cases[key].number
    hidden = clerk.get(f"/console/search?q={number}")
    assert hidden.status_code == 404
    assert same(hidden, clerk.get(f"/console/search?q={INVENTED}"), number, INVENTED)


@pytest.mark.parametrize("key", HIDDEN)
def test_words_of_a_hidden_case_are_sought_in_vain(scene: Scene, clerk: Asking, key: str) -> None:
    found = clerk.get(f"/console/search?q=ZZ{key}ZZwords")
    assert found.status_code == 200
    assert scene.cases[key].number not in body(found)


@pytest.mark.parametrize("key", HIDDEN)
def test_a_case_is_not_merged_into_a_hidden_one(scene: Scene, clerk: Asking, key: str) -> None:
    own, hidden = scene.cases["owngrid"].number, scene.cases[key].number
    answers = [
        clerk.post(
            f"/console/cases/{own}/moves/merge/do",
            {"version": str(case_of(own).version), "main_case": number, "reason": "x"},
        )
        for number in (hidden, INVENTED)
    ]
    assert answers[0].status_code >= 400
    assert same(*answers, hidden, INVENTED)
    program = scene.program("station_clerk")
    said = {"move": "merge", "version": case_of(own).version, "reason": "x"}
    told = [
        program.send(f"/api/v1/cases/{own}/moves", {**said, "main_case": number})
        for number in (hidden, INVENTED)
    ]
    assert told[0].status_code >= 400
    assert same(*told, hidden, INVENTED)


@pytest.mark.parametrize("kind", ["file", "task", "item"])
def test_what_hangs_on_another_case_is_not_reached_through_ones_own(
    scene: Scene, clerk: Asking, kind: str
) -> None:
    """The clerk sees the case in the address, not the one the id belongs to."""
    own = scene.cases["owngrid"].number
    centre = scene.browser("sibling_township_centre")
    asking, through, of = {
        "file": (clerk, own, "sibling"),
        "task": (centre, scene.cases["neighbour"].number, "office"),
        "item": (centre, scene.cases["neighbour"].number, "office"),
    }[kind]
    version = {"version": str(case_of(through).version), "words": "forged", "done": "yes"}
    ways = {"file": "files/{}", "task": "tasks/{}/answer", "item": "supervisions/{}/answer"}
    address = f"/console/cases/{through}/{ways[kind]}"
    foreign, nobodys = (address.format(each) for each in (scene.cases[of].ids[kind], uuid4()))
    assert same(asking.get(foreign), asking.get(nobodys))
    if kind != "file":
        answer = asking.post(foreign, version)
        assert answer.status_code == 404
        assert same(answer, asking.post(nobodys, version))


def test_anothers_notice_stays_unread(scene: Scene, clerk: Asking) -> None:
    notice = scene.own["township_intake"]["notice"]
    answers = [clerk.post(f"/console/notices/{each}/read") for each in (notice, uuid4())]
    assert same(*answers)
    assert door(CLOCK, lambda: Notice.objects.get(pk=notice).read_at) is None


def test_anothers_token_stays_in_force(scene: Scene, clerk: Asking) -> None:
    token = scene.own["township_centre"]["token"]
    answers = [clerk.post(f"/console/tokens/{each}/revoke") for each in (token, uuid4())]
    assert (answers[0].status_code, same(*answers)) == (404, True)
    assert ApiToken.objects.get(pk=token).revoked_at is None


def test_a_token_is_not_issued_for_anothers_post(scene: Scene, clerk: Asking) -> None:
    head = Post.objects.get(unit__kind="county_grid_centre", area="431124", kind="head")
    said = {"name": "x", "days": "30"}
    answers = [clerk.post("/console/tokens", {**said, "post": str(p)}) for p in (head.pk, uuid4())]
    assert (answers[0].status_code, same(*answers)) == (422, True)


@pytest.mark.parametrize(
    ("role", "whose", "address"),
    [
        ("township_centre", "sibling_township_leader", "posts/{post}"),
        ("township_centre", "sibling_township_leader", "posts/{post}/appoint"),
        ("township_centre", "sibling_township_leader", "appointments/{appointment}/dismiss"),
        ("township_centre", "sibling_township_leader", "substitutions/{substitution}/end"),
        ("security_admin", "other_station_head", "posts/{post}"),
        ("security_admin", "other_station_head", "accounts/{account}"),
        ("security_admin", "other_station_head", "accounts/{account}/password"),
        ("station_head", "other_station_head", "units/{unit}/phone"),
        ("station_head", "sibling_worker", "officers/{person}/phone"),
        ("station_head", "sibling_worker", "officers/{person}/phone/withdraw"),
    ],
)
def test_offices_of_elsewhere_are_not_filled_from_here(
    scene: Scene, role: str, whose: str, address: str
) -> None:
    foreign, asking = office(whose), scene.browser(role)
    nobodys = dict.fromkeys(foreign, uuid4())
    for ask in (asking.get, asking.post):
        answers = [ask(f"/console/{address.format(**ids)}") for ids in (foreign, nobodys)]
        assert answers[0].status_code in {404, 405}
        assert same(*answers)


def test_choosing_anothers_post_widens_nothing(scene: Scene, clerk: Asking) -> None:
    head = Post.objects.get(unit__kind="county_grid_centre", area="431124", kind="head")
    assert clerk.post("/post", {"post": str(head.pk)}).status_code == 302
    before = scene.marks(body(scene.browser("station_clerk").get("/console/search?q=ZZ")))
    assert before < set(written())
    assert "sibling" not in before


def test_acting_in_one_post_narrows_a_person_to_it(scene: Scene) -> None:
    """Who leads station and branch acts as the branch: sees the place, not the station's part."""
    head = scene.browser("station_head")
    branch = Post.objects.get(unit__kind="v_branch", area="431124212217", kind="head")
    assert len(staff()["station_head"]) == 2
    assert head.post("/post", {"post": str(branch.pk)}).status_code == 302
    number = scene.cases["owngrid"].number
    shown = head.get(f"/console/cases/{number}")
    assert shown.status_code == 200
    assert 'id="reporter"' not in body(shown)


def test_a_stolen_token_of_another_shape_opens_nothing(scene: Scene) -> None:
    token = scene.tokens["township_centre"]
    other = "1" if token.endswith("0") else "0"
    for forged in (token[:-1] + other, token.upper(), token.replace("wg_", ""), "wg_"):
        asking = Asking({}, {"Authorization": f"Bearer {forged}"})
        answer = asking.get("/api/v1/cases")
        assert (answer.status_code, scene.found(body(answer))) == (401, set())


def test_a_session_is_no_token_and_a_token_is_no_session(scene: Scene) -> None:
    by_cookie = scene.browser("township_centre").get("/api/v1/cases")
    assert by_cookie.status_code == 401
    by_token = scene.program("township_centre").get("/console/cases")
    assert (by_token.status_code, by_token["Location"][:9]) == (302, "/sign-in?")

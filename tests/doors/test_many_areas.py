"""People with more separate areas than the second wall has slots see all of them, and no other."""

from __future__ import annotations

import pytest

from tests.factories.world import BUILT_AT, COUNTY, SIBLING_VILLAGE, START, VILLAGE
from tests.interfaces.console.officers import Officer, desk_of_today, text_of
from tests.work.cases.desk import LAMP, Desk
from wangge.access.actor import Actor
from wangge.access.sight import SLOTS, Sight
from wangge.doors.door import door
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.operations import appoint_many
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case

pytestmark = pytest.mark.django_db

CLOCK = Actor.clock(COUNTY)
VILLAGES = ("431124101204", "431124102200", "431124109201", "431124111203", VILLAGE)
WHO = "station_head"  # of one of them before the test begins


@pytest.fixture
def desks() -> dict[str, Desk]:
    """A lamp in each of five villages, whose stations one person leads, and in a sixth."""
    person = Person.objects.get(account__username=WHO).pk
    posts = Post.objects.filter(unit__kind="v_service_station", kind="head", valid_to=None)
    wanted = posts.filter(unit__area__in=set(VILLAGES) - {VILLAGE})
    terms = [(post.pk, person, "") for post in wanted]
    door(CLOCK, lambda: appoint_many(terms, starts_on=START, by=CLOCK, at=BUILT_AT))
    made = {}
    for village in (*VILLAGES, SIBLING_VILLAGE):
        made[village] = desk_of_today()
        made[village].report(LAMP, area_code=village, words=f"ZZ{village}ZZ")
    return made


@pytest.mark.parametrize("address", ["/console/", "/console/cases", "/console/search?q=ZZ"])
def test_queue_list_and_search_have_all_five_and_not_the_sixth(
    desks: dict[str, Desk], address: str
) -> None:
    page = text_of(Officer.signed_in(WHO).get(address))
    assert {village for village in desks if f"ZZ{village}ZZ" in page} == set(VILLAGES)


def test_the_sixth_is_answered_as_if_it_did_not_exist(desks: dict[str, Desk]) -> None:
    officer = Officer.signed_in(WHO)
    answers = {
        village: officer.get(f"/console/cases/{desk.number}").status_code
        for village, desk in desks.items()
    }
    assert answers == dict.fromkeys(VILLAGES, 200) | {SIBLING_VILLAGE: 404}


def test_the_second_wall_knows_the_area_that_holds_them_all(desks: dict[str, Desk]) -> None:
    """It lets the sixth through as well; it is the first wall that keeps it off the pages."""
    person = desks[VILLAGE].actor(WHO)
    assert len(person.areas(*Sight.CASES.opened_by)) == len(VILLAGES) > SLOTS
    assert person.sight(Sight.CASES) == (COUNTY,)
    assert door(person, Case.objects.count) == len(desks)

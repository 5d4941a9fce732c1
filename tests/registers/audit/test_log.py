"""The log: what an operation records, who reads it, and how it is searched."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories.world import OTHER_COUNTY, TOWNSHIP
from tests.registers.organisations.staff import AT, CLOCK, TODAY, actor, post
from wangge.doors.door import door
from wangge.lib.refusal import Refusal
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.operations import record
from wangge.registers.audit.queries import Sought, readable, sought_in
from wangge.registers.audit.rules.events import Event

pytestmark = pytest.mark.django_db

THING = "a-thing-of-this-test"
LATER = AT + timedelta(days=2)


@pytest.fixture(autouse=True)
def events() -> None:
    """Three events of one thing: in a township, in another county, of no area and days later."""
    by = actor("township_centre")
    held = by.posts[0].post_id

    def write() -> None:
        record(Event.APPOINTED, "t", THING, by=by, at=AT, area_code=TOWNSHIP, post_id=held, count=7)
        record(Event.APPOINTED, "t", THING, by=CLOCK, at=AT, area_code=OTHER_COUNTY)
        record(Event.SIGNED_IN, "t", THING, by=CLOCK, at=LATER)

    door(CLOCK, write)


def found(who: str, sought: Sought) -> list[tuple[str, str]]:
    """Kind and area of the test's events that somebody reads, in order."""
    by = actor(who)
    rows = sought_in(readable(by), sought).filter(object_id=THING).order_by("at", "area_code")
    return door(by, lambda: list(rows.values_list("kind", "area_code")))


def test_an_event_says_who_in_which_post_and_no_more_than_codes() -> None:
    event = door(CLOCK, lambda: AuditEvent.objects.get(object_id=THING, area_code=TOWNSHIP))
    assert event.person_id == actor("township_centre").person_id
    assert event.post_id == post("t_grid_centre", "head").pk
    assert (event.at, event.codes) == (AT, {"count": 7})


def test_the_auditor_reads_the_county_and_what_has_no_area() -> None:
    assert found("auditor", Sought()) == [(Event.APPOINTED, TOWNSHIP), (Event.SIGNED_IN, "")]
    assert found("township_centre", Sought()) == []


def test_each_part_of_a_search_narrows_it() -> None:
    of_township, of_no_area = (Event.APPOINTED, TOWNSHIP), (Event.SIGNED_IN, "")
    assert found("auditor", Sought(kind=Event.SIGNED_IN)) == [of_no_area]
    assert found("auditor", Sought(day=TODAY)) == [of_township]
    assert found("auditor", Sought(area_code=TOWNSHIP)) == [of_township]
    assert found("auditor", Sought(people=[])) == []
    person = actor("township_centre").person_id
    assert person is not None
    assert found("auditor", Sought(people=[person])) == [of_township]
    assert found("auditor", Sought(object_id="another")) == []


def test_what_a_refusal_undoes_is_not_recorded() -> None:
    def refused() -> None:
        record(Event.DISMISSED, "t", THING, by=CLOCK, at=AT)
        raise Refusal.forbidden()

    with pytest.raises(Refusal):
        door(CLOCK, refused)
    assert not door(CLOCK, AuditEvent.objects.filter(kind=Event.DISMISSED, object_id=THING).exists)

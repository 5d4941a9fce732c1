"""The log: what an auditor may read, and how it is looked through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from tests.factories.world import COUNTY, TOWNSHIP, VILLAGE
from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.doors.door import door
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.operations import record
from wangge.registers.audit.queries import NEWEST_FIRST, Sought, readable, sought_in
from wangge.registers.audit.rules.events import Event

pytestmark = pytest.mark.django_db

AT = datetime(2029, 1, 1, 2, 0, tzinfo=UTC)
CLOCK = Actor.clock(COUNTY)
ELSEWHERE = "431125101001"


def holding(post_kind: str, area_code: str = COUNTY) -> Actor:
    post = HeldPost(uuid4(), post_kind, uuid4(), "county_grid_centre", area_code)
    return Actor(ActorKind.PERSON, (post,), person_id=uuid4())


AUDITOR = holding("auditor")


def written(area_code: str = VILLAGE, *, at: datetime = AT, by: Actor = CLOCK) -> UUID:
    """An event about a thing with a key of its own; the key."""
    key = uuid4()
    door(by, lambda: record(Event.CALENDAR_LOADED, "thing", key, by=by, at=at, area_code=area_code))
    return key


def read(actor: Actor, sought: Sought | None = None) -> list[str]:
    def events() -> list[AuditEvent]:
        found = readable(actor).filter(at__gte=AT - timedelta(days=2), object_kind="thing")
        return list(sought_in(found, sought or Sought()).order_by(*NEWEST_FIRST))

    return [event.object_id for event in door(actor, events)]


def test_an_auditor_reads_the_own_area_and_what_belongs_to_none() -> None:
    inside, nowhere, outside = written(), written(""), written(ELSEWHERE)
    assert set(read(AUDITOR)) == {str(inside), str(nowhere)}
    assert str(outside) not in read(AUDITOR)


@pytest.mark.parametrize("post_kind", ["head", "security_admin", "it_admin"])
def test_no_other_post_reads_the_log(post_kind: str) -> None:
    written()
    assert read(holding(post_kind)) == []


def test_the_log_is_looked_through_by_place_person_and_day_of_the_county() -> None:
    by_person = written(TOWNSHIP, by=AUDITOR)
    before_midnight = written(at=datetime(2028, 12, 31, 15, 59, tzinfo=UTC))
    here = written()
    assert set(read(AUDITOR, Sought(area_code=VILLAGE))) == {str(here), str(before_midnight)}
    assert AUDITOR.person_id is not None
    assert read(AUDITOR, Sought(people=[AUDITOR.person_id])) == [str(by_person)]
    day = Sought(day=datetime(2028, 12, 31, tzinfo=UTC).date())
    assert read(AUDITOR, day) == [str(before_midnight)]
    assert read(AUDITOR, Sought(object_id=str(here))) == [str(here)]


def test_the_newest_comes_first() -> None:
    first, second = written(), written(at=AT + timedelta(minutes=1))
    assert read(AUDITOR) == [str(second), str(first)]

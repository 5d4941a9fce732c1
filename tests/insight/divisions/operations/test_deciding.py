"""A draft goes from the station over the township to the county, and back with a reason."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.insight.divisions import drawn
from tests.insight.divisions.drawn import actor, draft, move, row, story, told
from tests.insight.divisions.settled import NOW
from wangge.doors.door import door
from wangge.insight.divisions.models import AdoptionItem, Draft, DraftStep
from wangge.insight.divisions.queries import drafts
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.lib.refusal import Refusal

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)
LATER = date(2026, 4, 1)


@pytest.fixture
def drafted() -> UUID:
    drawn.settle(NOW)
    return draft(NOW)


def refused(draft_id: UUID, key: str, wanted: DraftMove, at: datetime = NOW, **said: object) -> str:
    with pytest.raises(Refusal) as raised:
        move(draft_id, key, wanted, at, **said)
    refusal = raised.value
    return f"{refusal.status} {' '.join(refusal.fields) or refusal.code}"


def test_the_way_to_an_approval(drafted: UUID) -> None:
    drawn.approve(drafted, NOW, LATER)
    held = row(drafted)
    assert (held.state, held.open, held.in_force_on) == ("approved", True, LATER)
    assert story(drafted) == drawn.events(drafted) == ["submit", "endorse", "approve"]
    assert told("notice.division.submit") == ["township_centre"]
    assert told("notice.division.endorse") == ["county_centre"]
    assert told("notice.division.approve") == ["station_head", "township_centre"]


def test_a_step_says_who_in_which_post_and_from_which_day(drafted: UUID) -> None:
    drawn.approve(drafted, NOW, LATER)
    held = row(drafted)
    steps = drawn.as_clock(lambda: list(drafts.steps_of(held)))
    said = [(s.who, s.unit_kind, s.post_kind, s.in_force_on) for s in steps]  # type: ignore[attr-defined]
    assert said == [
        ("甲站长", "v_service_station", "head", None),
        ("甲中心", "t_grid_centre", "head", None),
        ("甲县中心", "county_grid_centre", "head", LATER),
    ]


def test_an_approval_for_today_begins_at_once_a_later_one_on_its_day(drafted: UUID) -> None:
    drawn.approve(drafted, NOW, LATER)
    jobs = ProcrastinateJob.objects.filter(task_name="divisions.carry_on")
    assert not jobs.exists()
    move(drafted, "county_centre", DraftMove.SEND_BACK, NOW, words="改期")
    drawn.approve(drafted, NOW, TODAY)
    assert [job.args for job in jobs] == [{"draft": str(drafted)}]


def test_sent_back_with_a_reason_it_is_drawn_and_agreed_to_anew(drafted: UUID) -> None:
    move(drafted, "station_head", DraftMove.SUBMIT, NOW)
    assert refused(drafted, "township_centre", DraftMove.SEND_BACK, words="  ") == "422 words"
    move(drafted, "township_centre", DraftMove.SEND_BACK, NOW, words="第 5 组不宜拆开")
    held = row(drafted)
    assert (held.state, held.submitted_by, held.open) == ("drawing", None, True)
    assert told("notice.division.send_back") == ["station_head"]
    drawn.approve(drafted, NOW, LATER)
    assert row(drafted).state == "approved"


def test_the_day_is_today_or_later(drafted: UUID) -> None:
    move(drafted, "station_head", DraftMove.SUBMIT, NOW)
    move(drafted, "township_centre", DraftMove.ENDORSE, NOW)
    past = date(2026, 3, 1)
    assert refused(drafted, "county_centre", DraftMove.APPROVE) == "422 in_force_on"
    assert (
        refused(drafted, "county_centre", DraftMove.APPROVE, in_force_on=past) == "422 in_force_on"
    )
    assert row(drafted).state == "endorsed"


def test_three_people_agree(drafted: UUID) -> None:
    move(drafted, "township_centre", DraftMove.SUBMIT, NOW)
    own = "403 division.refusal.own"
    assert refused(drafted, "township_centre", DraftMove.ENDORSE) == own
    county = actor("county_centre", NOW)
    drawn.as_clock(lambda: Draft.objects.update(state="endorsed", drawn_by=[county.person_id]))
    assert refused(drafted, "county_centre", DraftMove.APPROVE, in_force_on=LATER) == own


def test_who_looked_at_an_older_draft_looks_again(drafted: UUID) -> None:
    move(drafted, "station_head", DraftMove.SUBMIT, NOW, revision=1)
    stale = refused(drafted, "township_centre", DraftMove.ENDORSE, revision=1)
    assert stale == "409 division.refusal.stale"
    move(drafted, "township_centre", DraftMove.ENDORSE, NOW, revision=2)


def test_a_draft_that_breaks_the_rule_says_why_and_one_that_forgets_somebody_waits() -> None:
    drawn.settle(NOW)
    faulty = draft(NOW, faults=[{"code": "division.fault.tiling", "params": {}}])
    assert refused(faulty, "station_head", DraftMove.SUBMIT) == "422 words"
    drawn.newcomer(NOW)
    forgetful = refused(faulty, "station_head", DraftMove.SUBMIT, words="山势所限")
    assert forgetful == "409 division.refusal.unplaced"
    assert row(faulty).state == "drawing"


def test_who_has_no_part_learns_of_no_draft(drafted: UUID) -> None:
    for key in ("sibling_head", "sibling_township_centre", "grid_worker", "station_clerk"):
        assert refused(drafted, key, DraftMove.SUBMIT) == "404 refusal.not_found"
    assert refused(uuid4(), "station_head", DraftMove.SUBMIT) == "404 refusal.not_found"


def test_given_up_it_is_over_and_another_may_be_drawn(drafted: UUID) -> None:
    assert refused(drafted, "station_head", DraftMove.GIVE_UP) == "422 words"
    move(drafted, "township_centre", DraftMove.GIVE_UP, NOW, words="暂不划分")
    assert (row(drafted).state, row(drafted).open) == ("given_up", False)
    assert told("notice.division.give_up") == ["station_head"]
    assert refused(drafted, "station_head", DraftMove.SUBMIT) == "409 division.refusal.state"
    assert draft(NOW) != drafted


def test_drafts_wait_for_whose_turn_it_is(drafted: UUID) -> None:
    def waiting(key: str) -> int:
        by = actor(key, NOW)
        return door(by, lambda: drafts.waiting_for(by).count())

    def who() -> set[str]:
        asked = ("station_head", "township_intake", "township_centre", "county_intake",
                 "county_centre", "sibling_head", "grid_worker")  # fmt: skip
        return {key for key in asked if waiting(key)}

    drawing = {
        "station_head",
        "township_intake",
        "township_centre",
        "county_intake",
        "county_centre",
    }
    assert who() == drawing
    move(drafted, "station_head", DraftMove.SUBMIT, NOW)
    assert who() == {"township_centre"}
    move(drafted, "township_centre", DraftMove.ENDORSE, NOW)
    assert who() == {"county_centre"}
    move(drafted, "county_centre", DraftMove.APPROVE, NOW, in_force_on=LATER)
    assert who() == set()


@pytest.mark.parametrize("model", [Draft, DraftStep, AdoptionItem])
def test_the_second_wall_hides_a_draft_from_the_village_next_door(
    drafted: UUID, model: type[Draft | DraftStep | AdoptionItem]
) -> None:
    drawn.approve(drafted, NOW, TODAY)
    drawn.adopt(drafted, NOW)
    for key, sees in (("station_head", True), ("sibling_head", False), ("transport_head", False)):
        assert door(actor(key, NOW), model.objects.exists) is sees


def test_what_was_said_with_a_draft_is_never_changed(drafted: UUID) -> None:
    from django.db import ProgrammingError, transaction

    move(drafted, "station_head", DraftMove.SUBMIT, NOW)
    with pytest.raises(ProgrammingError), transaction.atomic():
        drawn.as_clock(lambda: DraftStep.objects.update(words="x"))
    assert DraftState(row(drafted).state) is DraftState.SUBMITTED

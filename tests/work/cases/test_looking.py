"""The clock's own journeys: what it does with cases when nobody moves them."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories.world import COUNTY
from tests.work.cases.desk import MONDAY, Desk, unit
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.registers.calendars.operations import load_year
from wangge.registers.notices.models import Notice
from wangge.work.cases.models import Case, CaseTerm
from wangge.work.cases.operations.looking import CLAIMED_FOR, claim_due, look_again
from wangge.work.cases.operations.recalculating import (
    recalculate_provisional_terms,
    warn_of_missing_calendar,
)
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.sampling import is_drawn_for_verification
from wangge.work.terms.rules.light import Light
from wangge.work.terms.rules.terms import light_at

pytestmark = pytest.mark.django_db

CLOCK = Actor.clock(COUNTY)
MINUTE = timedelta(minutes=1)
A_WEEK = timedelta(days=7)
WASTE = "0309"  # a small matter: handled quickly, with an "after" photo


def tick(at: datetime) -> list[str]:
    """The clock's tick and all the looks it queues; the cases looked at."""
    door(CLOCK, lambda: claim_due(by=CLOCK, at=at))
    queued = ProcrastinateJob.objects.filter(task_name="cases.look_at", status="todo")
    waiting = [str(args["case"]) for args in queued.order_by("id").values_list("args", flat=True)]
    for case in map(UUID, waiting):
        door(CLOCK, lambda case=case: look_again(case, by=CLOCK, at=at))
    queued.update(status="doing")
    return waiting


def told(desk: Desk, code: str) -> list[str]:
    """Who was told that of the case: keys of the staff, in order."""
    rows = desk.ask(lambda: list(Notice.objects.filter(about_id=desk.case_id)))
    keys = staff()
    return sorted(keys[row.person_id] for row in rows if code in str(row.message))


def staff() -> dict[object, str]:
    from wangge.registers.people.models import Person

    rows = Person.objects.filter(account__isnull=False).values_list("pk", "account__username")
    return door(CLOCK, lambda: dict(rows))


def test_a_case_is_looked_at_when_its_term_has_passed_and_not_before() -> None:
    desk = Desk()
    desk.to_township()
    due = desk.case.due_at
    assert due is not None
    assert tick(due - MINUTE) == []
    assert tick(due + MINUTE) == [str(desk.case_id)]
    assert tick(due + 2 * MINUTE) == []


def test_lateness_is_a_comparison_and_is_told_once_to_who_answers_for_it() -> None:
    desk = Desk()
    desk.to_township()
    before = desk.case
    assert before.due_at is not None
    tick(before.due_at + MINUTE)
    case = desk.case
    assert light_at(desk.facts.term, before.due_at + MINUTE) is Light.RED
    assert (case.due_at, case.version, case.moved_at, case.state) == (
        before.due_at,
        before.version,
        before.moved_at,
        "accepted",
    )
    assert told(desk, "case.notice.overdue") == ["county_centre", "township_intake"]
    assert case.next_look_at > before.due_at + MINUTE
    tick(case.next_look_at)
    assert told(desk, "case.notice.overdue") == ["county_centre", "township_intake"]


def test_a_new_term_may_be_late_anew() -> None:
    desk = Desk()
    desk.to_township()
    assert desk.case.due_at is not None
    tick(desk.case.due_at + MINUTE)
    desk.at = desk.case.due_at + timedelta(hours=2)
    desk.move("township_centre", MoveCode.ESCALATE, stage=Stage.ASK, reason="x", tried="x")
    desk.move("township_leader", MoveCode.ESCALATE, stage=Stage.GRANT)
    assert desk.case.due_at is not None
    tick(desk.case.due_at + MINUTE)
    assert told(desk, "case.notice.overdue").count("county_intake") == 1


def test_the_ceiling_turns_to_supervision() -> None:
    desk = Desk()
    desk.to_township()
    ceiling = desk.facts.ceiling_at
    assert ceiling is not None
    door(CLOCK, lambda: look_again(desk.case_id, by=CLOCK, at=ceiling))
    assert "supervisor" in told(desk, "case.notice.ceiling")


def test_no_answer_to_a_coordination_is_told_to_the_county_centre() -> None:
    desk = Desk()
    desk.at_work()
    desk.move(
        "township_centre", MoveCode.COORDINATE, departments=[str(unit("water"))], words="能否改线"
    )
    (task,) = desk.facts.tasks
    tick(task.due_at + MINUTE)
    assert told(desk, "case.notice.no_answer") == ["county_centre"]


def test_a_suspended_case_resumes_at_its_review_date() -> None:
    desk = Desk()
    desk.at_work()
    review = date(2026, 3, 20)
    desk.move(
        "village_land_head",
        MoveCode.SUSPEND,
        stage=Stage.ASK,
        reason="等天晴",
        review_on=review.isoformat(),
    )
    desk.move("county_centre", MoveCode.SUSPEND, stage=Stage.GRANT)
    midnight = datetime(2026, 3, 20, 16, 0, tzinfo=UTC)  # the day ends in the county
    tick(midnight - MINUTE)
    assert desk.case.state == "suspended"
    tick(midnight + MINUTE)
    assert desk.case.state == "handling"
    assert desk.steps()[-1] == ("resume", "do")
    assert desk.case.due_at is not None
    assert desk.case.due_at > midnight


def test_the_wait_for_the_reporter_ends_by_itself() -> None:
    desk = Desk()
    desk.at_work()
    desk.move("village_land_head", MoveCode.ASK_REPORTER, words="哪一盏")
    waits_until = desk.case.due_at
    assert waits_until is not None
    assert desk.facts.is_waiting_for_reporter
    tick(waits_until - MINUTE)
    assert desk.facts.is_waiting_for_reporter
    version = desk.case.version
    tick(waits_until + MINUTE)
    assert not desk.facts.is_waiting_for_reporter
    assert desk.steps()[-1] == ("wait_over", "do")
    assert desk.case.version == version + 1
    (running,) = desk.ask(lambda: list(CaseTerm.objects.filter(case=desk.case_id, ended_at=None)))
    assert (running.phase, running.due_at) == ("handle", desk.case.due_at)


def completed(*, drawn: bool) -> Desk:
    """Waste that the village cleared, with a photo; drawn for a check or not."""
    while True:
        desk = Desk()
        desk.report(WASTE)
        assert desk.case_id is not None
        if is_drawn_for_verification(desk.case_id) is drawn:
            break
    desk.accept("station_clerk", WASTE)
    desk.move("grid_worker", MoveCode.TAKE)
    desk.complete("grid_worker")
    return desk


def test_silence_closes_a_quick_case_with_a_photo_after_three_working_days() -> None:
    desk = completed(drawn=False)
    due = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)  # Thursday, the close of office
    assert desk.case.due_at == due
    tick(due - MINUTE)
    assert desk.case.state == "completed"
    tick(due + MINUTE)
    assert desk.case.state == "closed"
    assert desk.steps()[-1] == ("verify_pass", "do")
    assert desk.case.next_look_at is None


def test_the_sample_is_checked_by_somebody() -> None:
    desk = completed(drawn=True)
    assert desk.case.due_at is not None
    tick(desk.case.due_at + MINUTE)
    assert desk.case.state == "completed"
    assert "township_centre" in told(desk, "notice.checkers")


def test_a_case_that_cannot_be_read_does_not_stop_the_others() -> None:
    broken, sound = Desk(), Desk()
    broken.to_township()
    sound.to_township()
    broken.ask(lambda: Case.objects.filter(pk=broken.case_id).update(facts={"no": "case"}))
    assert sound.case.due_at is not None
    at = sound.case.due_at + MINUTE
    door(CLOCK, lambda: claim_due(by=CLOCK, at=at))
    assert broken.case.next_look_at == at + CLAIMED_FOR
    with pytest.raises(ValueError, match="CaseFacts"):
        door(CLOCK, lambda: look_again(broken.case_id, by=CLOCK, at=at))
    door(CLOCK, lambda: look_again(sound.case_id, by=CLOCK, at=at))
    assert told(sound, "case.notice.overdue")
    assert door(CLOCK, lambda: claim_due(by=CLOCK, at=at + MINUTE)) == 0
    assert door(CLOCK, lambda: claim_due(by=CLOCK, at=at + CLAIMED_FOR)) == 1


def test_looking_twice_changes_nothing() -> None:
    desk = Desk()
    desk.to_township()
    assert desk.case.due_at is not None
    at = desk.case.due_at + MINUTE

    def look() -> tuple[object, ...]:
        door(CLOCK, lambda: look_again(desk.case_id, by=CLOCK, at=at))
        count = desk.ask(Notice.objects.count)
        return (desk.case.version, desk.case.next_look_at, desk.case.facts, count)

    assert look() == look()


# --- years of the working calendar ---

DECEMBER = datetime(2026, 12, 28, 2, 0, tzinfo=UTC)
NEW_YEAR = {date(2027, 1, 1): False}


def load_2027(at: datetime) -> None:
    door(CLOCK, lambda: load_year(2027, NEW_YEAR, source="test", by=CLOCK, at=at))


def recalculate(at: datetime) -> None:
    door(CLOCK, lambda: recalculate_provisional_terms("", by=CLOCK, at=at))


def test_provisional_terms_are_recalculated_when_the_year_is_loaded() -> None:
    desk = Desk(DECEMBER)
    desk.to_township()
    before = desk.case
    assert before.due_provisional
    load_2027(DECEMBER + A_WEEK)
    queued = ProcrastinateJob.objects.filter(task_name="cases.reckon_provisional_terms")
    assert queued.filter(status="todo").count() == 1
    recalculate(DECEMBER + timedelta(days=1))
    case, facts = desk.case, desk.facts
    row = desk.ask(lambda: CaseTerm.objects.get(case=desk.case_id, ended_at=None))
    assert facts.term is not None
    # the first of January, counted as a Friday until now, is a holiday
    assert before.due_at == datetime(2027, 1, 6, 9, 30, tzinfo=UTC)
    assert case.due_at == datetime(2027, 1, 7, 9, 30, tzinfo=UTC)
    assert {case.due_at} == {facts.term.due_at, row.due_at, case.next_look_at}
    assert {case.yellow_at} == {facts.term.yellow_at, row.yellow_at}
    assert not case.due_provisional
    assert not row.provisional
    assert row.explanation["params"]["due"] == {"instant": "2027-01-07T09:30:00+00:00"}
    assert case.version == before.version
    assert facts.promised_at == desk.case.total_due_at == before.total_due_at


def test_a_case_that_cannot_be_read_does_not_stop_the_rest(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken, sound = Desk(DECEMBER), Desk(DECEMBER)
    broken.to_township()
    sound.to_township()
    broken.ask(lambda: Case.objects.filter(pk=broken.case_id).update(facts={"no": "case"}))
    load_2027(DECEMBER + A_WEEK)
    with caplog.at_level(logging.ERROR):
        recalculate(DECEMBER + timedelta(days=1))
    assert not sound.case.due_provisional
    assert str(broken.case_id) in caplog.text


def test_from_december_a_missing_calendar_is_told_once() -> None:
    def warn(at: datetime) -> list[str]:
        door(CLOCK, lambda: warn_of_missing_calendar(by=CLOCK, at=at))
        rows = door(CLOCK, lambda: list(Notice.objects.filter(about_kind="")))
        keys = staff()
        return sorted(keys[row.person_id] for row in rows)

    assert warn(datetime(2026, 11, 30, 15, 0, tzinfo=UTC)) == []
    first = datetime(2026, 11, 30, 16, 30, tzinfo=UTC)  # the first of December in the county
    assert warn(first) == ["county_centre", "it_admin"]
    assert warn(DECEMBER) == ["county_centre", "it_admin"]


def test_a_calendar_that_is_there_is_not_missed() -> None:
    load_2027(MONDAY)
    door(CLOCK, lambda: warn_of_missing_calendar(by=CLOCK, at=DECEMBER))
    assert door(CLOCK, lambda: Notice.objects.filter(about_kind="").count()) == 0

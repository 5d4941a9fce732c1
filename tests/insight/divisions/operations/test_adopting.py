"""An approved division comes into force: every register follows, and no day that passed changes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.factories.world import START, VILLAGE
from tests.insight.divisions import drawn
from tests.insight.divisions.drawn import FIRST, ONE, SECOND, THIRD, adopt, as_clock, draft, row
from tests.insight.divisions.settled import NOW
from tests.work.cases.desk import Desk
from wangge.insight.divisions.models import Draft
from wangge.insight.divisions.operations import carry_on, carry_on_due, try_again
from wangge.insight.divisions.rules.states import DraftMove, DraftState
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area, AreaSuccession, Boundary, VillagerGroup
from wangge.registers.areas.queries import groups_in
from wangge.registers.organisations.models import Appointment, Post
from wangge.registers.people.models import Household
from wangge.registers.people.operations import place_households
from wangge.registers.people.queries import members_of
from wangge.work.cases.models import Case
from wangge.work.cases.rules.move_codes import MoveCode

pytestmark = pytest.mark.django_db

YESTERDAY, TODAY = date(2026, 3, 1), date(2026, 3, 2)
TOMORROW = date(2026, 3, 3)


@pytest.fixture(autouse=True)
def village() -> None:
    drawn.settle(NOW - timedelta(days=7))


def adopted(division: dict[int, tuple[int, ...]] | None = None) -> UUID:
    """A division that came into force today."""
    draft_id = draft(NOW, division)
    drawn.approve(draft_id, NOW, TODAY)
    adopt(draft_id, NOW)
    return draft_id


def homes(grid: str, day: date) -> int:
    return as_clock(lambda: members_of(grid, day).count())


def groups(grid: str, day: date) -> list[int]:
    return as_clock(lambda: [group.number for group in groups_in(grid, day)])


def test_every_register_follows() -> None:
    draft_id = adopted()
    assert (row(draft_id).state, row(draft_id).open) == ("in_force", False)
    assert drawn.story(draft_id) == ["submit", "endorse", "approve", "begin", "finish"]
    grids = Area.objects.filter(parent=VILLAGE, valid_to=None).order_by("code")
    figures = [(g.code, g.name, g.valid_from, g.households, g.persons) for g in grids]
    assert figures == [
        (FIRST, "第1网格", START, 15, 45),
        (SECOND, "第2网格", START, 15, 45),
        (THIRD, "3", TODAY, 10, 30),
    ]
    # groups 1, 2, 3 have most in common with grid 2, where 1 and 3 lay; 7 and 8 are new
    assert [groups(grid, TODAY) for grid in (SECOND, FIRST, THIRD)] == [
        [1, 2, 3],
        [4, 5, 6],
        [7, 8],
    ]
    assert [homes(grid, TODAY) for grid in (FIRST, SECOND, THIRD)] == [15, 15, 10]
    today = set(VillagerGroup.objects.filter(village=VILLAGE).values_list("number", "grid_id"))
    assert {(1, SECOND), (4, FIRST), (8, THIRD)} <= today
    outlines = Boundary.objects.filter(area__parent=VILLAGE, valid_to=None)
    assert {(b.area_id, b.valid_from, b.synthetic) for b in outlines} == {
        (code, TODAY, True) for code in (FIRST, SECOND, THIRD)
    }


def test_a_question_as_of_yesterday_answers_as_yesterday() -> None:
    before = [(homes(grid, YESTERDAY), groups(grid, YESTERDAY)) for grid in (FIRST, SECOND, THIRD)]
    adopted()
    after = [(homes(grid, YESTERDAY), groups(grid, YESTERDAY)) for grid in (FIRST, SECOND, THIRD)]
    assert after == before == [(20, [2, 4, 6, 8]), (20, [1, 3, 5, 7]), (0, [])]
    adopted(ONE)
    assert homes(SECOND, YESTERDAY) == 20, "also of a grid that is no more"


def test_a_kept_grid_keeps_its_worker_and_a_new_one_is_vacant() -> None:
    workers = Post.objects.filter(kind="grid_worker", area__in=[FIRST, SECOND]).order_by("area")
    before = [(p.pk, p.appointments.get().person_id) for p in workers]
    adopted()
    assert [(p.pk, p.appointments.get().person_id) for p in workers.filter(valid_to=None)] == before
    new = Post.objects.filter(area=THIRD, valid_to=None)
    assert {post.kind for post in new} == {"grid_worker", "grid_deputy"}
    assert not Appointment.objects.filter(post__in=new).exists()


def test_a_grid_that_ends_names_its_successor_and_its_posts_end_with_it() -> None:
    adopted(ONE)
    ended = Area.objects.get(code=SECOND)
    assert ended.valid_to == TODAY
    followed = AreaSuccession.objects.get(former=SECOND)
    assert (followed.successor_id, followed.kind, followed.effective_on) == (FIRST, "merged", TODAY)
    posts = Post.objects.filter(area=SECOND)
    assert {post.valid_to for post in posts} == {TODAY}
    assert {term.ends_on for term in Appointment.objects.filter(post__in=posts)} == {TODAY}
    assert not Boundary.objects.filter(area=SECOND, valid_to=None).exists()


def test_a_code_that_ended_is_never_given_again() -> None:
    adopted(ONE)
    again = draft(NOW)
    drawn.approve(again, NOW, TODAY)
    adopt(again, NOW)
    current = Area.objects.filter(parent=VILLAGE, valid_to=None).order_by("code")
    codes = list(current.values_list("code", flat=True))
    assert codes == [FIRST, THIRD, f"{VILLAGE}004"]


def test_open_cases_follow_their_group_and_closed_ones_keep_their_code() -> None:
    opened, closed, taken = Desk(NOW - timedelta(days=1)), Desk(NOW - timedelta(days=1)), Desk(NOW)
    opened.report(area_code=SECOND, group_number=7)
    closed.report(area_code=SECOND, group_number=7)
    closed.move("reporter", MoveCode.WITHDRAW)
    taken.report(area_code=SECOND, group_number=5)
    taken.accept("station_clerk")
    taken.move("grid_worker_2", MoveCode.TAKE)
    adopted()
    assert [desk.case.grid_code for desk in (opened, closed, taken)] == [THIRD, SECOND, FIRST]
    assert taken.case.responsible_post_id == Post.objects.get(kind="grid_worker", area=FIRST).pk
    assert (opened.case.group_number, opened.steps()[-1][0]) == (7, "grid_drawn_anew")
    assert closed.steps()[-1][0] == "withdraw"


def test_a_case_known_by_its_point_goes_where_the_point_lies() -> None:
    desk = Desk(NOW)
    desk.report(area_code=FIRST, point=drawn.point_of(8))
    adopted()
    assert desk.case.grid_code == THIRD


def test_a_case_of_a_grid_that_ends_goes_where_its_households_went() -> None:
    desk = Desk(NOW)
    desk.report(area_code=SECOND)
    adopted(ONE)
    assert desk.case.grid_code == FIRST


def test_a_case_that_a_worker_has_without_a_known_place_changes_hands_with_the_grid() -> None:
    desk = Desk(NOW - timedelta(days=1))
    desk.report(area_code=VILLAGE)
    desk.accept("station_clerk")
    desk.move("station_head", MoveCode.TAKE)
    worker = Post.objects.get(kind="grid_worker", area=SECOND)
    desk.move("station_head", MoveCode.HAND, post=str(worker.pk))
    draft_id = adopted(ONE)
    assert drawn.refusals(draft_id) == []
    new = Post.objects.get(kind="grid_worker", area=FIRST)
    assert (desk.case.area_code, desk.case.responsible_post_id) == (VILLAGE, new.pk)


def test_newcomers_go_with_their_group() -> None:
    draft_id = draft(NOW)
    drawn.approve(draft_id, NOW, TODAY)
    key = drawn.newcomer(NOW, group=8)
    adopt(draft_id, NOW)
    assert as_clock(lambda: Household.objects.get(pk=key).area_code) == THIRD


def test_a_refused_piece_keeps_its_reason_and_holds_nobody_up() -> None:
    draft_id = draft(NOW)
    drawn.approve(draft_id, NOW, TODAY)
    key = drawn.newcomer(NOW)  # in no group: nobody can know where it belongs
    adopt(draft_id, NOW)
    assert row(draft_id).state == "in_force"
    assert drawn.refusals(draft_id) == ["division.refusal.unplaced"]
    assert drawn.told("notice.division.pieces_refused") == ["county_centre"]
    assert homes(THIRD, TODAY) == 10

    later = NOW + timedelta(hours=1)
    again = drawn.actor("county_centre", later)
    place = {UUID(key): THIRD}
    as_clock(lambda: place_households(place, from_day=TODAY, by=drawn.CLOCK, at=later))
    assert drawn.door(again, lambda: try_again(draft_id, by=again, at=later)) == 1
    adopt(draft_id, later)
    assert drawn.refusals(draft_id) == []
    assert drawn.pieces(draft_id, done_at=None) == []


def test_a_grid_does_not_end_over_an_open_case_and_ends_when_it_has_gone() -> None:
    """A case came in by the former code after the cases had been sought."""
    draft_id = draft(NOW, ONE)
    drawn.approve(draft_id, NOW, TODAY)
    while not drawn.pieces(draft_id, kind="cases", done_at__isnull=False):
        adopt(draft_id, NOW, most=1)
    late = Desk(NOW)
    late.report(area_code=SECOND)
    adopt(draft_id, NOW)
    assert drawn.refusals(draft_id) == ["division.refusal.cases_left"]
    assert Area.objects.get(code=SECOND).valid_to is None
    as_clock(lambda: try_again(draft_id, by=drawn.CLOCK, at=NOW))
    adopt(draft_id, NOW)
    assert drawn.refusals(draft_id) == []
    assert (late.case.grid_code, Area.objects.get(code=SECOND).valid_to) == (FIRST, TODAY)


def test_done_again_it_finds_nothing_to_do() -> None:
    draft_id = adopted()
    before = _everything()
    steps = drawn.story(draft_id)
    assert adopt(draft_id, NOW + timedelta(hours=1)) == 1
    assert (_everything(), drawn.story(draft_id)) == (before, steps)


def test_a_job_that_was_killed_goes_on_where_it_stopped() -> None:
    whole = adopted()
    expected = [(p.kind, p.subject.keys()) for p in drawn.pieces(whole)]
    second = draft(NOW, {1: (1, 2), 2: (3, 4), 3: (5, 6), 4: (7, 8)})
    drawn.approve(second, NOW, TODAY)
    killed = 0
    while row(second).state != "in_force":
        adopt(second, NOW, most=1)  # then the worker dies, and the clock's tick takes it up again
        killed += 1
        as_clock(lambda: carry_on_due(by=drawn.CLOCK, at=NOW))
    assert killed == len(drawn.pieces(second)) - 1 + 2  # grids are done with the beginning
    assert {p.kind for p in drawn.pieces(second)} == {kind for kind, _ in expected}
    assert (
        sorted(homes(code, TODAY) for code in (FIRST, SECOND, THIRD, f"{VILLAGE}004")) == [10] * 4
    )


def test_nothing_of_a_piece_stays_that_died_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    draft_id = draft(NOW, ONE)
    drawn.approve(draft_id, NOW, TODAY)
    while not drawn.pieces(draft_id, kind="cases", done_at__isnull=False):
        adopt(draft_id, NOW, most=1)

    def die(*_: object, **__: object) -> None:
        raise RuntimeError("the lights went out")

    with monkeypatch.context() as cut:
        cut.setattr("wangge.registers.areas.operations.succeed", die)
        with pytest.raises(RuntimeError):
            adopt(draft_id, NOW)
    assert not Post.objects.filter(area=SECOND, valid_to__isnull=False).exists()
    adopt(draft_id, NOW)
    assert row(draft_id).state == "in_force"
    assert Area.objects.get(code=SECOND).valid_to == TODAY


def test_the_clock_begins_on_the_day_and_not_before() -> None:
    draft_id = draft(NOW)
    drawn.approve(draft_id, NOW, TOMORROW)
    jobs = ProcrastinateJob.objects.filter(task_name="divisions.carry_on")
    assert as_clock(lambda: carry_on_due(by=drawn.CLOCK, at=NOW)) == 0
    assert not as_clock(lambda: carry_on(draft_id, by=drawn.CLOCK, at=NOW))
    assert (row(draft_id).state, jobs.count()) == ("approved", 0)
    morning = datetime.fromisoformat("2026-03-03T00:05:00+08:00")
    assert as_clock(lambda: carry_on_due(by=drawn.CLOCK, at=morning)) == 1
    assert jobs.count() == 1
    adopt(draft_id, morning)
    assert homes(THIRD, TOMORROW) == 10
    assert homes(THIRD, TODAY) == 0


def test_a_platform_that_was_away_changes_no_day_that_passed() -> None:
    draft_id = draft(NOW)
    drawn.approve(draft_id, NOW, TOMORROW)
    adopt(draft_id, NOW + timedelta(days=4))
    began = date(2026, 3, 6)
    assert row(draft_id).in_force_on == began
    assert (homes(THIRD, date(2026, 3, 5)), homes(THIRD, began)) == (0, 10)


def test_those_concerned_are_told() -> None:
    adopted()
    assert drawn.told("notice.division.in_force") == ["station_head", "township_centre"]
    changed = drawn.told("notice.division.grid_changed")
    assert {"grid_worker", "grid_worker_2"} <= set(changed)
    assert drawn.told("notice.division.pieces_refused") == []


def test_only_the_platform_carries_on_and_only_the_county_tries_again() -> None:
    draft_id = draft(NOW)
    drawn.approve(draft_id, NOW, TODAY)
    for key, act in (("county_centre", carry_on), ("township_centre", try_again)):
        by = drawn.actor(key, NOW)
        with pytest.raises(Refusal) as refused:
            drawn.door(by, lambda act=act, by=by: act(draft_id, by=by, at=NOW))  # type: ignore[misc]
        assert refused.value.status == 403


def test_a_superseded_division_is_not_made_up_for() -> None:
    first = draft(NOW)
    drawn.approve(first, NOW, TODAY)
    drawn.newcomer(NOW)
    adopt(first, NOW)
    adopt(draft(NOW, ONE, state=DraftState.APPROVED, in_force_on=TODAY), NOW)
    with pytest.raises(Refusal) as refused:
        as_clock(lambda: try_again(first, by=drawn.CLOCK, at=NOW))
    assert refused.value.code == "division.refusal.superseded"


def test_where_nothing_was_refused_nothing_is_tried_again() -> None:
    begun = adopted()
    for draft_id in (begun, draft(NOW)):
        assert as_clock(lambda key=draft_id: try_again(key, by=drawn.CLOCK, at=NOW)) == 0  # type: ignore[misc]
    assert row(begun).state == "in_force"


def test_an_approved_draft_can_be_taken_back_until_it_begins() -> None:
    draft_id = draft(NOW)
    drawn.approve(draft_id, NOW, TOMORROW)
    drawn.move(draft_id, "county_centre", DraftMove.SEND_BACK, NOW, words="再议")
    assert (row(draft_id).state, row(draft_id).in_force_on) == ("drawing", None)
    assert adopt(draft_id, NOW + timedelta(days=4)) == 1
    assert row(draft_id).state == "drawing"


def _everything() -> list[object]:
    """Rows of every register that a division touches."""
    models = (
        Area,
        AreaSuccession,
        Boundary,
        VillagerGroup,
        Post,
        Appointment,
        Household,
        Case,
        Draft,
    )
    return as_clock(lambda: [list(model.objects.order_by("pk").values()) for model in models])  # type: ignore[attr-defined]

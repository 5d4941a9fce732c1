"""Open cases follow their place when the grids of a village are redrawn."""

from __future__ import annotations

import pytest

from tests.factories.world import COUNTY, SIBLING_VILLAGE, VILLAGE
from tests.work.cases.desk import GRID, Desk, post
from tests.work.cases.test_looking import told
from wangge.access.actor import Actor
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.models import Post
from wangge.work.cases.models import CaseStep
from wangge.work.cases.operations.regridding import follow_grid
from wangge.work.cases.rules.move_codes import MoveCode

pytestmark = pytest.mark.django_db

CLOCK = Actor.clock(COUNTY)
OTHER_GRID = f"{VILLAGE}002"


def follow(
    desk: Desk,
    latter: str = OTHER_GRID,
    former: str = GRID,
    key: str = "clock",
    worker_of: str = "",
) -> bool:
    def unit(by: Actor) -> bool:
        worker = worker_of or latter
        return follow_grid(desk.case_id, former, latter, worker_of=worker, by=by, at=desk.at)

    return desk.through(key, unit)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.report(group_number=5)
    return desk


def test_the_worker_of_the_new_grid_has_what_the_worker_of_the_old_one_had(desk: Desk) -> None:
    desk.accept("station_clerk")
    desk.move("grid_worker", MoveCode.TAKE)
    before = desk.case
    assert follow(desk)
    case = desk.case
    worker = Post.objects.get(kind="grid_worker", area=OTHER_GRID)
    assert (case.grid_code, case.responsible_post_id) == (OTHER_GRID, worker.pk)
    assert (case.group_number, case.state, case.due_at) == (5, before.state, before.due_at)
    assert desk.facts.handled_by_posts == {before.responsible_post_id}
    assert told(desk, "notice.grid_drawn_anew") == ["grid_worker_2"]


def test_the_story_says_so_and_keeps_the_former_code(desk: Desk) -> None:
    follow(desk)
    assert desk.steps()[-1] == ("grid_drawn_anew", "do")
    step = desk.ask(lambda: CaseStep.objects.filter(case=desk.case_id).latest("ordinal"))
    assert (step.data["former"], step.data["area"], step.is_of_clock) == (GRID, OTHER_GRID, True)
    assert desk.events()[-1] == "grid_drawn_anew"


def test_what_lies_with_the_station_or_above_stays_there(desk: Desk) -> None:
    desk.accept("station_clerk")
    desk.move("station_head", MoveCode.ESCALATE, reason="村里没有配件", tried="已断电")
    before = desk.case
    assert follow(desk)
    assert desk.case.responsible_post_id == before.responsible_post_id
    assert desk.case.responsible_unit_id == before.responsible_unit_id
    assert told(desk, "notice.grid_drawn_anew") == []


def test_a_grid_without_a_worker_post_leaves_the_case_on_the_desk_of_the_station(
    desk: Desk,
) -> None:
    desk.accept("station_clerk")
    desk.move("grid_worker", MoveCode.TAKE)
    Post.objects.filter(kind="grid_worker", area=OTHER_GRID).update(valid_to="2026-02-01")
    assert follow(desk)
    assert desk.case.responsible_post_id == post("v_service_station", "intake")


def test_a_place_known_to_the_village_only_stays_and_its_worker_changes() -> None:
    desk = Desk()
    desk.report(area_code=VILLAGE)
    desk.accept("station_clerk")
    desk.move("station_head", MoveCode.TAKE)
    former = Post.objects.get(kind="grid_worker", area=GRID)
    desk.move("station_head", MoveCode.HAND, post=str(former.pk))
    assert follow(desk, VILLAGE, VILLAGE, worker_of=OTHER_GRID)
    worker = Post.objects.get(kind="grid_worker", area=OTHER_GRID)
    assert (desk.case.area_code, desk.case.responsible_post_id) == (VILLAGE, worker.pk)
    assert not follow(desk, VILLAGE, VILLAGE, worker_of=OTHER_GRID)


def test_twice_changes_nothing(desk: Desk) -> None:
    assert follow(desk)
    before = desk.case
    assert not follow(desk)
    assert desk.case.version == before.version


def test_a_case_that_is_over_keeps_its_code(desk: Desk) -> None:
    desk.move("reporter", MoveCode.WITHDRAW)
    assert not follow(desk)
    assert desk.case.grid_code == GRID


def test_only_the_platform_does_it_and_only_inside_the_village(desk: Desk) -> None:
    for key, latter, status in (
        ("township_centre", OTHER_GRID, 403),
        ("clock", f"{SIBLING_VILLAGE}001", 409),
    ):
        with pytest.raises(Refusal) as refused:
            follow(desk, latter, key=key)
        assert refused.value.status == status
    assert desk.case.grid_code == GRID


def test_it_cannot_be_undone_by_who_moved_last(desk: Desk) -> None:
    desk.accept("station_clerk")
    follow(desk)
    with pytest.raises(Refusal):
        desk.move("station_clerk", MoveCode.UNDO)

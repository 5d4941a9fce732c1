"""Drawing on a draft: what is kept, judged and refused, and what the board shows of the village."""

from __future__ import annotations

from uuid import UUID

import numpy as np
import pytest
import shapely

from tests.insight.divisions import drawn
from tests.insight.divisions.drawn import actor, draft, move, row
from tests.insight.divisions.settled import NOW
from wangge.doors.door import door
from wangge.insight.divisions.models import Draft, DraftGrid
from wangge.insight.divisions.operations import drawing
from wangge.insight.divisions.queries.board import board_of
from wangge.insight.divisions.queries.drafts import draft_of
from wangge.insight.divisions.rules.states import DraftMove
from wangge.lib.refusal import Refusal
from wangge.registers.audit.models import AuditEvent

pytestmark = pytest.mark.django_db

KEY = "station_head"


@pytest.fixture
def drafted() -> UUID:
    drawn.settle(NOW)
    return draft(NOW)


def board(drafted: UUID, key: str = KEY) -> dict:
    by = actor(key, NOW)
    return door(by, lambda: board_of(draft_of(drafted, by), by))


def save(drafted: UUID, revision: int, numbers: list[int], key: str = KEY) -> Draft:
    by = actor(key, NOW)
    return door(by, lambda: drawing.save_drawing(drafted, revision, numbers, by=by, at=NOW))


def grids(drafted: UUID) -> dict[int, int]:
    rows = drawn.as_clock(lambda: list(DraftGrid.objects.filter(draft=drafted)))
    return {grid.number: grid.households for grid in rows}


def test_the_board_shows_every_household_once_and_names_nobody(drafted: UUID) -> None:
    shown = board(drafted)
    homes = len(shown["assignment"])
    assert homes == len(drawn.GROUPS) * drawn.HOMES
    assert {len(column) for column in shown["homes"].values()} == {homes}
    assert len(shown["cells"]) == homes
    keys = row(drafted).assignment
    assert not any(key in str(shown) for key in keys)


def test_cells_tile_the_village_on_the_drawing(drafted: UUID) -> None:
    shown = board(drafted)
    cells = [shapely.Polygon(rings[0], rings[1:]) for rings in shown["cells"]]
    outline = shapely.Polygon(shown["outline"][0])
    assert abs(sum(cell.area for cell in cells) / outline.area - 1) < 1e-3
    points = shapely.points(np.column_stack([shown["homes"]["x"], shown["homes"]["y"]]))
    assert all(cell.distance(point) < 1 for cell, point in zip(cells, points, strict=True))


def test_a_step_is_kept_with_its_figures_and_the_hand_that_drew(drafted: UUID) -> None:
    before = board(drafted)
    kept = save(drafted, before["revision"], [1] * len(before["assignment"]))
    assert kept.revision == before["revision"] + 1
    assert grids(drafted) == {1: len(before["assignment"])}
    assert row(drafted).drawn_by == [actor(KEY, NOW).person_id]
    assert [fault["code"] for fault in kept.faults] == [
        "division.fault.number",
        "gridding.balance.over",
    ]
    kinds = drawn.as_clock(lambda: list(AuditEvent.objects.values_list("kind", flat=True)))
    assert kinds.count("division.drawn") == 1


def test_numbers_may_have_gaps_and_stay_as_drawn(drafted: UUID) -> None:
    before = board(drafted)
    numbers = [7 if number == 3 else number for number in before["assignment"]]
    save(drafted, before["revision"], numbers)
    assert sorted(grids(drafted)) == [1, 2, 7]
    assert board(drafted)["assignment"] == numbers


def test_whoever_saw_an_older_revision_is_told(drafted: UUID) -> None:
    before = board(drafted)
    save(drafted, before["revision"], before["assignment"])
    with pytest.raises(Refusal) as raised:
        save(drafted, before["revision"], before["assignment"])
    assert (raised.value.status, raised.value.code) == (409, "division.refusal.stale")


@pytest.mark.parametrize(("number", "code"), [(0, "refusal.invalid"), (100, "refusal.invalid")])
def test_numbers_that_are_none_are_refused(drafted: UUID, number: int, code: str) -> None:
    before = board(drafted)
    with pytest.raises(Refusal) as raised:
        save(drafted, before["revision"], [number, *before["assignment"][1:]])
    assert raised.value.code == code
    assert row(drafted).revision == before["revision"]


def test_a_household_too_many_means_the_village_has_changed(drafted: UUID) -> None:
    before = board(drafted)
    with pytest.raises(Refusal) as raised:
        save(drafted, before["revision"], [*before["assignment"], 1])
    assert raised.value.code == "division.refusal.households"


def test_whole_groups_are_placed_without_a_board(drafted: UUID) -> None:
    by = actor(KEY, NOW)
    revision = row(drafted).revision
    door(
        by,
        lambda: drawing.place_whole_groups(drafted, revision, {"4": 1, "5": 1}, by=by, at=NOW),
    )
    assert grids(drafted) == {
        1: 5 * drawn.HOMES, 2: 1 * drawn.HOMES, 3: 2 * drawn.HOMES,
    }  # fmt: skip


def test_another_number_of_grids_needs_a_reason_and_is_then_no_fault(drafted: UUID) -> None:
    by = actor(KEY, NOW)
    before = board(drafted)
    revision = before["revision"]
    with pytest.raises(Refusal) as raised:
        door(by, lambda: drawing.set_number(drafted, revision, 1, " ", by=by, at=NOW))
    assert list(raised.value.fields) == ["reason"]
    door(by, lambda: drawing.set_number(drafted, revision, 1, "并村", by=by, at=NOW))
    kept = save(drafted, revision + 1, [1] * len(before["assignment"]))
    assert kept.faults == []
    assert (kept.k, kept.k_reason) == (1, "并村")


def test_what_was_submitted_is_not_drawn_on(drafted: UUID) -> None:
    before = board(drafted)
    move(drafted, KEY, DraftMove.SUBMIT, NOW, words="依规")
    with pytest.raises(Refusal) as raised:
        save(drafted, before["revision"] + 1, before["assignment"])
    assert raised.value.code == "division.refusal.state"


@pytest.mark.parametrize("key", ["sibling_head", "grid_worker", "auditor"])
def test_to_others_there_is_no_such_draft(drafted: UUID, key: str) -> None:
    with pytest.raises(Refusal) as raised:
        save(drafted, 1, [], key)
    assert raised.value.status == 404

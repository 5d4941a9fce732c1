"""Names on a map: none on another, none cut, whatever has to be named."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from wangge.insight.paper.rules.labels import Label, lay_out
from wangge.insight.paper.rules.shapes import Box, Spot, lines_cross

SHEET = Box(0, 0, 238, 236)
COMPASS = Box(3, 219, 60, 233)

_spots = st.builds(Spot, st.floats(0, 238), st.floats(0, 236))


@st.composite
def _labels(draw: st.DrawFn) -> list[Label]:
    return [
        Label(
            key=str(number),
            width=draw(st.floats(3, 60)),
            height=draw(st.floats(3, 14)),
            spots=tuple(draw(st.lists(_spots, min_size=1, max_size=3))),
            rank=draw(st.integers(0, 2)),
            on_spot=draw(st.booleans()),
            led=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 25)))
    ]


@settings(deadline=None)
@given(_labels())
def test_no_label_lies_on_another_and_none_is_cut(labels: list[Label]) -> None:
    layout = lay_out(labels, SHEET, [COMPASS])
    placed = list(layout.placed.values())
    assert {*layout.placed, *layout.left_out} == {label.key for label in labels}
    for position in placed:
        assert position.box.lies_in(SHEET)
        assert not position.box.overlaps(COMPASS)
    for one, other in combinations(placed, 2):
        assert not one.box.overlaps(other.box)
        for leader, box in ((one.leader, other.box), (other.leader, one.box)):
            assert leader is None or not box.is_crossed_by(leader)
        if one.leader and other.leader:
            assert not lines_cross(one.leader, other.leader)


@settings(deadline=None)
@given(_labels())
def test_a_label_keeps_its_size_and_its_leader_begins_where_it_names(labels: list[Label]) -> None:
    layout = lay_out(labels, SHEET)
    for label in labels:
        if position := layout.placed.get(label.key):
            assert abs(position.box.width - label.width) < 1e-6
            assert abs(position.box.height - label.height) < 1e-6
            if position.leader:
                assert position.leader[0] == label.spots[0]


@settings(deadline=None)
@given(_labels())
def test_the_same_names_are_laid_out_the_same(labels: list[Label]) -> None:
    assert lay_out(labels, SHEET) == lay_out(labels[::-1], SHEET)


def test_a_label_alone_stands_beside_its_marker() -> None:
    layout = lay_out([Label("a", 20, 5, (Spot(100, 100),))], SHEET)
    assert layout.placed["a"].leader is None
    assert layout.placed["a"].box.left > 100


def test_a_crowd_is_resolved_with_leaders() -> None:
    crowd = [Label(str(n), 20, 6, (Spot(100 + n, 100),)) for n in range(9)]
    layout = lay_out(crowd, SHEET)
    assert layout.left_out == []
    assert any(position.leader for position in layout.placed.values())


def test_what_has_no_room_is_said() -> None:
    wide = [Label(str(n), 230, 100, (Spot(119, 100),)) for n in range(3)]
    layout = lay_out(wide, SHEET)
    assert len(layout.placed) + len(layout.left_out) == 3
    assert layout.left_out

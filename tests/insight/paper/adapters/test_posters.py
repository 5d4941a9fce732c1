"""Posters as they come out of the printer: words, sizes, pages, nothing on anything else."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest

from tests.insight.paper.drawn import LONG, STATION, village
from tests.insight.paper.printed import Run, pages_of, texts_of, words_of
from wangge.insight.paper.adapters import grid_map, map_labels, poster_list, posters
from wangge.insight.paper.adapters.imprint import Imprint, say
from wangge.insight.paper.adapters.posters import markup, poster
from wangge.insight.paper.rules.facts import VillageFacts
from wangge.insight.paper.rules.sheets import Paper

IMPRINT = Imprint(
    day=date(2026, 11, 22),
    address="https://wangge.example/g/",
    hotline="12345",
    supervision="",
    review_number="湘S(2026)001号",
)
_MM = 96 / 25.4  # CSS pixels

VILLAGES = [
    pytest.param(village(grids, groups, seed=seed), id=f"{grids} grids, {groups} groups")
    for grids, groups, seed in ((1, 5, 2), (2, 11, 4), (6, 20, 5), (12, 36, 3), (12, 12, 8))
]


def texts(facts: VillageFacts, **options: object) -> list[Run]:
    return texts_of(markup(facts, IMPRINT, **options), posters.STYLE)


@pytest.mark.parametrize("facts", VILLAGES)
def test_names_and_numbers_are_read_at_two_metres(facts: VillageFacts) -> None:
    sizes = {text.strip(): points for text, points, _ in texts(facts)}
    for grid in facts.grids:
        assert sizes[grid.contact.phone] >= 20
    assert min(sizes.values()) >= 11


@pytest.mark.parametrize("facts", VILLAGES)
def test_nothing_of_the_list_lies_on_anything_or_outside(facts: VillageFacts) -> None:
    laid = [(text, box) for text, _, box in texts(facts) if text.strip()]
    for _, box in laid:
        assert box.position_x >= 11 * _MM
        assert box.position_x + box.width <= 409 * _MM
        assert box.position_y + box.height <= 290 * _MM
    for (_, one), (_, other) in combinations(laid, 2):
        apart = (
            one.position_x + one.width <= other.position_x + 0.5
            or other.position_x + other.width <= one.position_x + 0.5
            or one.position_y + one.height <= other.position_y + one.height * 0.3
            or other.position_y + other.height <= one.position_y + other.height * 0.3
        )
        assert apart, (one.text, other.text)


@pytest.mark.parametrize("facts", VILLAGES)
def test_a_village_is_one_sheet_with_every_worker_and_number(facts: VillageFacts) -> None:
    content = poster(facts, IMPRINT, Paper.A3)
    said = words_of(content)
    assert pages_of(content) == [(420, 297)]
    for grid in facts.grids:
        assert (grid.contact.worker or "暂缺") in said
        assert grid.contact.phone in said
    for words in (
        "天鹅岭村网格图",
        "示意图，非标准界线",
        "演示用虚拟边界，非实际界线",
        "湘S(2026)001号",
    ):
        assert words in said


@pytest.mark.parametrize("facts", VILLAGES)
def test_every_grid_has_its_number_on_the_map_and_no_name_is_cut(facts: VillageFacts) -> None:
    view = grid_map.view_of(facts, None, *posters.MAP_MM)
    drawn = ElementTree.fromstring(grid_map.draw(facts, view, say, focus=None, ground=None))  # noqa: S314
    texts = [each for each in drawn.iter() if each.tag.endswith("text")]
    numbers = [each.text for each in texts if each.get("font-weight") == "bold"]
    assert sorted(numbers, key=int) == [str(grid.number) for grid in facts.grids]
    for each in texts:
        assert 0 < float(each.get("x")) < view.width
        assert 0 < float(each.get("y")) < view.height
        assert float(each.get("font-size")) >= 3.6


def test_the_poster_of_a_grid_names_its_worker_in_large_type_and_no_other() -> None:
    facts = village(6, 20, seed=5)
    grid = facts.grids[3]
    sizes = {text.strip(): points for text, points, _ in texts(facts, focus=grid)}
    assert sizes[grid.contact.worker] >= 34
    assert sizes[grid.contact.phone] >= 50
    assert not any(
        other.contact.phone in sizes
        for other in facts.grids
        if other is not grid and not other.contact.of_station
    )


def test_a_grid_without_worker_says_whom_to_call() -> None:
    facts = village(3, 6, vacant=1)
    said = words_of(poster(facts, IMPRINT, Paper.A4, focus=facts.grids[2]))
    assert "暂缺" in said
    assert f"请拨打服务站{STATION}" in said


def test_a_village_without_outline_is_a_list() -> None:
    drawn = village(4, 12)
    from dataclasses import replace

    bare = replace(
        drawn,
        outline=None,
        neighbours=[],
        barriers=[],
        grids=[replace(grid, outline=None) for grid in drawn.grids],
    )
    said = words_of(poster(bare, IMPRINT, Paper.A3))
    assert "天鹅岭村网格员联系表" in said
    assert "示意图" not in said
    assert all(name in said for name in LONG[:3])


def test_a_full_list_ends_above_the_code() -> None:
    facts = village(18, 54, seed=3)
    phones = {grid.contact.phone for grid in facts.grids if not grid.contact.of_station}
    ends = [box.position_y + box.height for text, _, box in texts(facts) if text in phones]
    foot = (297 - 24 - 50) * _MM
    assert foot - 20 * _MM < max(ends) <= foot - 1.5 * _MM


def test_a_list_that_does_not_end_goes_on_to_a_second_sheet() -> None:
    facts = village(40, 60)
    said = words_of(poster(facts, IMPRINT, Paper.A3))
    assert all(grid.contact.phone in said for grid in facts.grids)
    assert "第1张，共3张" in said or "第1张，共2张" in said


@pytest.mark.parametrize("facts", VILLAGES)
def test_the_same_poster_is_the_same_bytes(facts: VillageFacts) -> None:
    assert poster(facts, IMPRINT, Paper.A4) == poster(facts, IMPRINT, Paper.A4)


def test_neighbouring_grids_have_different_tints() -> None:
    grids = village(12, 12, seed=3).grids
    tints = grid_map.tints_of(grids)
    for one, other in combinations(grids, 2):
        if one.outline.intersection(other.outline).length > 1:
            assert tints[one.code] != tints[other.code]


def test_no_smaller_type_is_taken_than_needed() -> None:
    few = [poster_list.row_of(grid, IMPRINT, 0) for grid in village(2, 4, vacant=0).grids]
    many = [poster_list.row_of(grid, IMPRINT, 0) for grid in village(12, 12).grids]
    assert poster_list.setting_for(few, 152.0).points > poster_list.setting_for(many, 152.0).points
    assert map_labels.GROUP_POINTS[0] > map_labels.GROUP_POINTS[-1]

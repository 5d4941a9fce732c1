"""Contact cards: large numbers, eight on a sheet, as many sheets as households need."""

from __future__ import annotations

import pytest

from tests.insight.paper.adapters.test_posters import IMPRINT
from tests.insight.paper.drawn import STATION, village
from tests.insight.paper.printed import pages_of, texts_of, words_of
from wangge.insight.paper.adapters.cards import cards, markup, styles_of
from wangge.insight.paper.rules.sheets import Card, sheets_for

VILLAGE = village(4, 8, vacant=1)
LEAST_POINTS = 28


@pytest.mark.parametrize("card", Card)
def test_the_number_is_read_without_glasses(card: Card) -> None:
    laid = texts_of(markup(VILLAGE, VILLAGE.grids, IMPRINT, card), *styles_of(card))
    for grid in VILLAGE.grids:
        sizes = [points for text, points, _ in laid if text == grid.contact.phone]
        assert max(sizes) >= LEAST_POINTS
    assert min(points for _, points, _ in laid) >= 9


def test_eight_cards_fill_a_sheet() -> None:
    content = cards(VILLAGE, VILLAGE.grids[:1], IMPRINT, Card.A7)
    assert pages_of(content) == [(210, 297)]
    assert words_of(content).count(VILLAGE.grids[0].contact.phone) == 8


def test_a_single_card_is_a_page_of_its_own() -> None:
    assert pages_of(cards(VILLAGE, VILLAGE.grids, IMPRINT, Card.A6)) == [(148, 105)] * 4


def test_a_card_tells_whom_to_call_besides() -> None:
    said = words_of(cards(VILLAGE, VILLAGE.grids[:1], IMPRINT, Card.A6))
    for words in (f"村便民服务站{STATION}", "政务热线12345", "报警110", "急救120"):
        assert words in said


def test_a_grid_without_worker_leads_to_the_station() -> None:
    said = words_of(cards(VILLAGE, VILLAGE.grids[3:], IMPRINT, Card.A6))
    assert "暂缺" in said
    assert f"请拨打服务站{STATION}" in said


@pytest.mark.parametrize(("households", "sheets"), [(0, 1), (1, 1), (8, 1), (9, 2), (200, 25)])
def test_sheets_for_every_household(households: int, sheets: int) -> None:
    assert sheets_for(households) == sheets


def test_copies_come_grid_by_grid() -> None:
    content = cards(VILLAGE, VILLAGE.grids, IMPRINT, Card.A7, copies=[2, 1, 25, 1])
    assert len(pages_of(content)) == 29
    assert words_of(content).count(VILLAGE.grids[2].contact.phone) == 25 * 8
    assert len(content) < 2 * len(cards(VILLAGE, VILLAGE.grids, IMPRINT, Card.A7))

"""The poster of a village or of one of its grids: map, workers and phones, QR code."""

from __future__ import annotations

from typing import Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from wangge.insight.paper.adapters import grid_map, pdf, poster_list
from wangge.insight.paper.adapters.grid_map import Ground
from wangge.insight.paper.adapters.imprint import Imprint, qr_of, say
from wangge.insight.paper.adapters.picture import View
from wangge.insight.paper.adapters.poster_list import Row
from wangge.insight.paper.rules.facts import Grid, VillageFacts
from wangge.insight.paper.rules.sheets import Paper
from wangge.lib.message import Message

STYLE: Final = "poster.css"
MAP_MM: Final = (238.0, 236.0)
"""Width and height of the map on A3."""

_LIST_WIDTH: Final = 152.0
_FULL_WIDTH: Final = 396.0


def view_of(facts: VillageFacts, focus: Grid | None = None) -> View | None:
    """What the map of a poster shows; None where there is none."""
    return grid_map.view_of(facts, focus, *MAP_MM)


def poster(
    facts: VillageFacts,
    imprint: Imprint,
    paper: Paper,
    *,
    focus: Grid | None = None,
    ground: Ground | None = None,
) -> bytes:
    """The PDF: of the whole village, or of `focus`. `ground` lies under the map, over its view.

    One sheet; a list of more than some twenty grids goes on to further sheets.
    """
    return pdf.made(markup(facts, imprint, focus=focus, ground=ground), STYLE, scale=paper.scale)


def markup(
    facts: VillageFacts,
    imprint: Imprint,
    *,
    focus: Grid | None = None,
    ground: Ground | None = None,
) -> str:
    """The poster as the document that is printed, in the sizes of A3."""
    view = view_of(facts, focus)
    drawn = view and grid_map.draw(facts, view, say, focus=focus, ground=ground)
    tints = grid_map.tints_of(facts.grids)
    rows = [
        poster_list.row_of(grid, imprint, grid_map.TINTS.index(tints[grid.code]))
        for grid in facts.grids
    ]
    alone = next((row for row in rows if focus and row.number == focus.number), None)
    width = _LIST_WIDTH if drawn else _FULL_WIDTH
    setting = poster_list.setting_for(rows, width)
    shown, left_over = poster_list.split(rows, setting, width)
    further = [] if alone else _further(left_over)
    return render_to_string(
        "paper/poster.html",
        {
            "language": imprint.language,
            "now": None,
            "title": say(_title(facts, alone, drawn=bool(drawn))),
            "author": facts.county,
            "place": say(Message("paper.place", county=facts.county, township=facts.township)),
            "map": SafeString(drawn) if drawn else "",
            "alone": alone,
            "rows": shown,
            "setting": setting,
            "tinted": any(grid.outline is not None for grid in facts.grids),
            "further": further,
            "sheets": 1 + len(further),
            "qr": qr_of(imprint, focus.code if focus else facts.code),
            "station_phone": facts.station_phone,
            "supervision": imprint.supervision or facts.centre_phone or imprint.hotline,
            "synthetic": facts.synthetic,
            "credit": say(ground.credit) if ground else "",
            "imprint": imprint,
        },
    )


def _further(rows: list[Row]) -> list[list[Row]]:
    """The rows of each sheet after the first, which hold nothing but the list."""
    sheets = []
    while rows:
        shown, rows = poster_list.split(rows, poster_list.SETTINGS[-1], _FULL_WIDTH)
        sheets.append(shown)
    return sheets


def _title(facts: VillageFacts, alone: Row | None, *, drawn: bool) -> Message:
    if alone:
        return Message("paper.poster.grid", village=facts.name, grid=alone.title)
    return Message("paper.poster" if drawn else "paper.list", village=facts.name)

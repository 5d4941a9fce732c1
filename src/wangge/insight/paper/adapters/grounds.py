"""What lies under a poster's map: imagery, relief or plain paper, or else the next best."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from PIL import Image

from wangge.insight.maps.adapters.imagery.picture import picture
from wangge.insight.maps.adapters.imagery.service import NoPicture
from wangge.insight.maps.adapters.imagery.sources import Source, sources
from wangge.insight.paper.adapters.grid_map import Ground
from wangge.insight.paper.adapters.picture import View
from wangge.insight.paper.rules.sheets import Paper
from wangge.lib.message import Message
from wangge.lib.web_tile import Box

PLAIN: Final = "plain"

_log = logging.getLogger(__name__)
_DOTS_PER_MM: Final = 200 / 25.4
"""Pictures are printed with 200 dots an inch: more is not seen in a picture on a wall."""

_QUALITY: Final = 85
_PAPER: Final = (247, 246, 241)


@dataclass(frozen=True, slots=True)
class GroundChoice:
    """What may be chosen: imagery, relief or plain paper."""

    key: str
    label: Message | str


@dataclass(frozen=True, slots=True)
class Laid:
    """What lies under the map in the end: `ground` is None for plain paper; `key` says which it is."""

    ground: Ground | None
    key: str


def choices() -> list[GroundChoice]:
    """The best the county has first, plain paper last. The first is taken where nobody chooses."""
    found = [GroundChoice(source.key, source.label) for source in sources()]
    return [*found, GroundChoice(PLAIN, Message("web.map.ground.plain"))]


def lay(asked: str, view: View | None, paper: Paper) -> Laid:
    """The ground that was asked for, under a view; else one that is stored here, else plain paper."""
    if view is None:
        return Laid(None, asked)
    for source in _in_turn(asked):
        try:
            return Laid(_under(source, view, paper), source.key)
        except NoPicture as error:
            _log.warning("no picture of %s for a poster: %s", source.key, error)
    return Laid(None, PLAIN)


def _in_turn(asked: str) -> Iterator[Source]:
    """What was asked for, then what needs no other server. Plain paper is always there."""
    if asked == PLAIN:
        return
    known = sources()
    yield from (each for each in known if each.key == asked)
    yield from (each for each in known if each.here and each.key != asked)


def _under(source: Source, view: View, paper: Paper) -> Ground:
    shown = picture(source, Box(*view.ground), round(view.width * paper.scale * _DOTS_PER_MM))
    if shown.getchannel("A").getbbox() is None:
        raise NoPicture("nothing of the place")
    sheet = Image.new("RGB", shown.size, _PAPER)
    sheet.paste(shown, mask=shown)
    kept = BytesIO()
    sheet.save(kept, "JPEG", quality=_QUALITY, optimize=True)
    return Ground(kept.getvalue(), "image/jpeg", source.credit)

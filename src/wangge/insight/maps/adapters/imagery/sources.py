"""Where pictures of the ground for paper come from, best first: own pictures, services, relief."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from django.conf import settings

from wangge.insight.maps.adapters.imagery.service import fetched
from wangge.insight.maps.adapters.imagery.sets import ImagerySet, imagery_sets, tile_of
from wangge.lib.message import Message
from wangge.lib.web_tile import WebTile


@dataclass(frozen=True, slots=True)
class Source:
    """Pictures in web tiles. `tiles` gives those there are of the tiles asked for, or NoPicture.

    `here`: they lie with the platform, so that nothing but their extent can keep them from it.
    """

    key: str
    label: Message | str
    credit: Message | str
    here: bool
    first_zoom: int
    last_zoom: int
    tiles: Callable[[Sequence[WebTile]], Mapping[WebTile, bytes]]


def sources() -> list[Source]:
    """What may be printed. Paper hangs where everybody sees it, so only what is for everybody."""
    own = [each for each in imagery_sets() if each.public]
    real = [source_of(each) for each in own if not each.synthetic]
    invented = [source_of(each) for each in own if each.synthetic]
    services = [
        Source(
            each.key,
            each.label,
            each.credited,
            here=False,
            first_zoom=0,
            last_zoom=each.deepest,
            tiles=partial(fetched, each.for_paper),
        )
        for each in settings.PICTURE_SERVICES
        if each.for_paper
    ]
    return [*real, *services, *invented]


def source_of(imagery: ImagerySet) -> Source:
    """A set of pictures that was loaded."""
    return Source(
        imagery.key,
        label_of(imagery),
        credit_of(imagery),
        here=True,
        first_zoom=imagery.first_zoom,
        last_zoom=imagery.last_zoom,
        tiles=lambda tiles: {
            tile: found for tile in tiles if (found := tile_of(imagery, tile)) is not None
        },
    )


def label_of(imagery: ImagerySet) -> Message | str:
    """What a set is called where a ground is chosen."""
    return Message("web.map.ground.relief") if imagery.synthetic else imagery.name


def credit_of(imagery: ImagerySet) -> Message | str:
    """What is written on a map that lies over a set."""
    return Message("web.map.invented_picture") if imagery.synthetic else imagery.credit

"""What a page hands to the component `map`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.conf import settings
from django.urls import reverse

from wangge.insight.maps.adapters.imagery.sets import imagery_sets
from wangge.insight.maps.adapters.imagery.sources import credit_of, label_of
from wangge.insight.maps.queries.layers import DEEPEST
from wangge.interfaces.web.components.shapes import Ground, MapSheet
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas

_PLACE = "{z}/{x}/{y}"
_FOR_EVERYBODY = ("areas", "chosen")
_IN_PLACES = ("groups", "households", "barriers", "bridges")
_OF_CASES = ("red", "yellow", "green", "none")


def public_map(area: str, *, open_url: str = "", locate: Message | str = "") -> MapSheet:
    """The map for everybody, opened at an area. `open_url` is the address of an area, with {code} in it.

    `locate`: a button shows where the visitor is; its text is the link to the area there.
    """
    sheet = _sheet(area, _pattern("tile"), open_url, legend=_FOR_EVERYBODY, official=False)
    return replace(sheet, locate=locate)


def console_map(area: str, *, open_url: str = "") -> MapSheet:
    """The map for officials: what they see on it follows from their posts."""
    legend = (*_FOR_EVERYBODY, *_OF_CASES, *_IN_PLACES)
    return _sheet(area, _pattern("map-tile"), open_url, legend=legend, official=True)


def drawing_map(*, synthetic: bool) -> MapSheet:
    """The map under a drawing that is not in force yet, opened where the drawing is."""
    return MapSheet(
        tiles=_pattern("map-tile"),
        deepest=DEEPEST,
        grounds=grounds(official=True),
        legend=_IN_PLACES,
        synthetic=synthetic,
        review_number=settings.MAP_REVIEW_NUMBER,
    )


def _pattern(name: str) -> str:
    return reverse(name, args=[0, 0, 0]).removesuffix("0/0/0") + _PLACE


def _sheet(
    area: str, tiles: str, open_url: str, *, legend: tuple[str, ...], official: bool
) -> MapSheet:
    frame = areas.frame_of(area, settings.COUNTY_CODE)
    return MapSheet(
        tiles=tiles,
        deepest=DEEPEST,
        area=area,
        bounds=_joined(frame.area or frame.everything),
        extent=_joined(frame.everything),
        open_url=open_url,
        grounds=grounds(official=official),
        legend=legend,
        synthetic=frame.synthetic,
        review_number=settings.MAP_REVIEW_NUMBER,
    )


def grounds(*, official: bool) -> tuple[Ground, ...]:
    """The backgrounds to choose from. Officials see all of the county's own pictures."""
    return tuple(_grounds(official=official))


def _grounds(*, official: bool) -> Iterator[Ground]:
    """Plain paper, the county's own pictures, then what the settings name."""
    yield Ground("plain", Message("web.map.ground.plain"))
    for own in imagery_sets():
        if own.public or official:
            tiles = reverse("imagery-tile", args=[own.key, 0, 0, 0]).removesuffix("0/0/0") + _PLACE
            yield Ground(
                own.key,
                label_of(own),
                f"{tiles}?v={own.version}",
                credit=credit_of(own),
                deepest=own.last_zoom,
                bounds=_joined(own.box),
            )
    for service in settings.PICTURE_SERVICES:
        yield Ground(
            service.key,
            service.label,
            service.tiles,
            service.over,
            service.credited,
            service.deepest,
        )


def _joined(box: areas.Extents | None) -> str:
    return ",".join(f"{corner:.5f}" for corner in box) if box else ""

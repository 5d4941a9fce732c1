"""The grids of an area as a list: who works them, under which number, what they hold, where they lie."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import numpy as np
from django.conf import settings
from pyogrio.raw import write  # type: ignore[import-untyped]
from shapely import from_wkb, to_geojson

from wangge.insight.lists.adapters.sheets import write_sheet
from wangge.insight.lists.rules.forms import Form
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import Area, Boundary, VillagerGroup
from wangge.registers.areas.queries import names_of
from wangge.registers.organisations.contacts import public_contacts, workers_of
from wangge.registers.organisations.rules.post_kinds import PostKind

_COLUMNS = (
    "code",
    "township",
    "village",
    "name",
    "sort",
    "groups",
    "households",
    "persons",
    "worker",
    "deputies",
    "phone",
    "valid_from",
)


@dataclass(frozen=True, slots=True)
class GridLine:
    """A grid as it stands in the list; the outline is WKB (CGCS2000), None where there is none."""

    code: str
    township: str
    village: str
    name: str
    sort: str
    groups: int
    households: int
    persons: int
    worker: str
    deputies: str
    phone: str
    valid_from: str
    outline: bytes | None

    @property
    def values(self) -> list[str | int]:
        """What the columns hold."""
        return [getattr(self, column) for column in _COLUMNS]


def lines(area_code: str, day: date, language: str) -> list[GridLine]:
    """Every grid of the area that is in force, by code; eight queries, however many grids."""
    grids = list(
        Area.objects.current(day).filter(level=Level.GRID).within(area_code).order_by("code")
    )
    return list(_lines(grids, day, language))


def _lines(grids: Sequence[Area], day: date, language: str) -> Iterator[GridLine]:
    codes = [grid.pk for grid in grids]
    around = {code[:level] for code in codes for level in (Level.TOWNSHIP, Level.VILLAGE)}
    names = names_of(around)
    contacts = public_contacts(codes, day)
    deputies = _deputies(codes, day)
    groups = Counter(VillagerGroup.objects.filter(grid__in=codes).values_list("grid_id", flat=True))
    outlines = {
        area: bytes(outline.wkb)
        for area, outline in Boundary.objects.filter(area__in=codes, valid_to=None).values_list(
            "area_id", "outline"
        )
    }
    for grid in grids:
        contact = contacts[grid.pk]
        yield GridLine(
            code=grid.pk,
            township=names.get(grid.pk[: Level.TOWNSHIP], ""),
            village=names.get(grid.pk[: Level.VILLAGE], ""),
            name=grid.name,
            sort=settings.WORDS.say(Message(f"area.kind.{grid.kind}"), language),
            groups=groups[grid.pk],
            households=grid.households,
            persons=grid.persons,
            worker=contact.worker,
            deputies=" ".join(deputies.get(grid.pk, ())),
            phone=contact.phone,
            valid_from=grid.valid_from.isoformat(),
            outline=outlines.get(grid.pk),
        )


def _deputies(codes: Sequence[str], day: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in workers_of(codes, day).filter(post__kind=PostKind.GRID_DEPUTY):
        found.setdefault(term.post.area_id, []).append(term.person.name)
    return found


def written(grids: Sequence[GridLine], form: Form, language: str) -> bytes:
    """The list in one of its forms; coordinates are CGCS2000 lon/lat."""
    match form:
        case Form.EXCEL:
            title = settings.WORDS.say(Message("lists.kind.grids"), language)
            return write_sheet(title, header(language), (grid.values for grid in grids))
        case Form.GEOJSON:
            return _geojson(grids)
        case Form.GEOPACKAGE:
            return _geopackage(grids)


def header(language: str) -> list[str]:
    """The words of the columns."""
    return [settings.WORDS.say(Message(f"lists.column.{column}"), language) for column in _COLUMNS]


def _geojson(grids: Sequence[GridLine]) -> bytes:
    """Features with English names of columns, as programs read them; no outline, no geometry."""
    features = [
        {
            "type": "Feature",
            "id": grid.code,
            "properties": dict(zip(_COLUMNS, grid.values, strict=True)),
            "geometry": json.loads(to_geojson(from_wkb(grid.outline))) if grid.outline else None,
        }
        for grid in grids
    ]
    collection: dict[str, Any] = {"type": "FeatureCollection", "features": features}
    return json.dumps(collection, ensure_ascii=False).encode()


def _geopackage(grids: Sequence[GridLine]) -> bytes:
    columns = list(zip(*(grid.values for grid in grids), strict=True)) or [()] * len(_COLUMNS)
    drawn = BytesIO()
    write(
        drawn,
        geometry=np.array([grid.outline for grid in grids], dtype=object),
        field_data=[np.array(column, dtype=_dtype(column)) for column in columns],
        fields=list(_COLUMNS),
        geometry_type="MultiPolygon",
        crs="EPSG:4490",
        layer="grids",
        driver="GPKG",
    )
    return drawn.getvalue()


def _dtype(column: Sequence[str | int]) -> type:
    return np.int64 if column and all(isinstance(value, int) for value in column) else object

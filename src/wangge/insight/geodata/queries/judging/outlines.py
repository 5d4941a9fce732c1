"""Outlines of villages: whole, inside the county, next to their neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from wangge.insight.geodata.queries.judging.places import Places
from wangge.insight.geodata.rules.layers import Geometries
from wangge.insight.geodata.rules.states import Change, FeatureState
from wangge.insight.geodata.rules.verdict import Matter, Verdict, open_ones
from wangge.lib.coordinates import shape_to_metres
from wangge.lib.message import Message

SLIVER_M2: Final = 100.0
"""Overlaps and gaps below this are the noise of digitising."""

_SAME_M2: Final = 1.0
_OUTSIDE_SHARE: Final = 0.01
_FAULT: Final = re.compile(r"(?P<what>[^\[]+)\[(?P<x>[-\d.e]+) (?P<y>[-\d.e]+)")
_FAULTS: Final = {
    "Self-intersection": "crossing",
    "Ring Self-intersection": "crossing",
    "Hole lies outside shell": "hole",
    "Holes are nested": "hole",
    "Nested shells": "nested",
    "Interior is disconnected": "parted",
    "Duplicate Rings": "twice",
    "Too few points in geometry component": "few",
}


def judge_outlines(matter: Matter, places: Places) -> tuple[list[Verdict], list[Message]]:
    """A verdict for each feature, and what is to be said of all together."""
    verdicts = matter.verdicts(places.county)
    taken: dict[str, int] = {}
    for index, verdict in open_ones(verdicts):
        named = places.named(matter, index)
        if not isinstance(named, str):
            verdict.refuse(named or Message("geodata.why.no_village_said"))
        elif named in taken:
            verdict.refuse(Message("geodata.why.twice", number=taken[named]))
        else:
            verdict.villages = [named]
            _judge(verdict, places)
            if verdict.state is not FeatureState.REFUSED:
                taken[named] = verdict.number
    coming = {each.villages[0]: each for each in verdicts if each.state is not FeatureState.REFUSED}
    return verdicts, _neighbourhood(coming, places)


def areal(shape: BaseGeometry) -> MultiPolygon | None:
    """The polygons of a geometry as one multipolygon; None where it has none."""
    parts = [
        part
        for part in shapely.get_parts(shapely.get_parts(shape).tolist()).tolist()
        if isinstance(part, Polygon) and not part.is_empty
    ]
    return MultiPolygon(parts) if parts else None


def fault_of(shape: BaseGeometry) -> Message:
    """Why a geometry is not valid, and where (degrees)."""
    found = _FAULT.match(shapely.is_valid_reason(shape))
    if found is None:
        return Message("geodata.invalid.other")
    kind = _FAULTS.get(found["what"].strip(), "other_at")
    lon, lat = (f"{float(found[axis]):.6f}" for axis in ("x", "y"))
    return Message(f"geodata.invalid.{kind}", lon=lon, lat=lat)


def square_metres(shape: BaseGeometry) -> float:
    """Area on the ground, of a geometry in CGCS2000 degrees (EPSG:4490)."""
    return float(shape_to_metres(shape).area)


def in_words(metres: float) -> Message:
    """An area in the unit that suits it."""
    if metres >= 10_000:
        return Message("geodata.hectares", figure=f"{metres / 10_000:.2f}")
    return Message("geodata.square_metres", figure=f"{metres:.0f}")


def _judge(verdict: Verdict, places: Places) -> None:
    shape = verdict.shape
    assert shape is not None  # noqa: S101 - `verdicts` has refused what has no shape
    if shape.is_valid:
        verdict.accept(_change(shape, places.outlines.get(verdict.villages[0])))
        verdict.shape = areal(shape)
        _look_outside(verdict, shape, places)
        return
    mended = areal(shapely.make_valid(shape))
    if mended is None:
        verdict.refuse(fault_of(shape))
        verdict.refuse(Message("geodata.why.not_mendable"))
        return
    verdict.mended = mended
    verdict.state = FeatureState.MENDABLE
    verdict.change = _change(mended, places.outlines.get(verdict.villages[0]))
    before, after = square_metres(shape), square_metres(mended)
    verdict.reasons += [
        fault_of(shape),
        Message(
            "geodata.mending",
            before=in_words(before),
            after=in_words(after),
            parts=len(mended.geoms),
        ),
    ]
    _look_outside(verdict, mended, places)


def _change(shape: BaseGeometry, present: MultiPolygon | None) -> Change:
    if present is None:
        return Change.NEW
    off = square_metres(shapely.symmetric_difference(shape, present))
    return Change.SAME if off < _SAME_M2 else Change.CHANGED


def _look_outside(verdict: Verdict, shape: BaseGeometry, places: Places) -> None:
    if places.county is None:
        return
    share = 1 - shapely.intersection(shape, places.county).area / (shape.area or 1)
    if share > _OUTSIDE_SHARE:
        verdict.warnings.append(Message("geodata.warn.outside_county", percent=round(100 * share)))


def _neighbourhood(coming: Mapping[str, Verdict], places: Places) -> list[Message]:
    """Warn of overlaps with other features and with present outlines; say how many gaps there are."""
    staying = {code: shape for code, shape in places.outlines.items() if code not in coming}
    fresh = {code: each.mended or each.shape for code, each in coming.items()}
    shapes = {code: shape_to_metres(s) for code, s in {**staying, **fresh}.items() if s is not None}
    codes = list(shapes)
    if not coming or len(codes) < 2:
        return []
    whole = np.array([shapes[code] for code in codes], dtype=object)
    one, other = shapely.STRtree(whole).query(whole, predicate="intersects")
    pairs = one < other
    one, other = one[pairs], other[pairs]
    common = shapely.area(shapely.intersection(whole[one], whole[other]))
    for a, b, area in zip(one.tolist(), other.tolist(), common.tolist(), strict=True):
        if area < SLIVER_M2:
            continue
        for mine, its in ((codes[a], codes[b]), (codes[b], codes[a])):
            if mine in coming:
                name = places.villages[its][0]
                coming[mine].warnings.append(
                    Message("geodata.warn.overlap", village=name, area=in_words(area))
                )
    return _gaps(whole)


def _gaps(outlines: Geometries) -> list[Message]:
    """Ground that lies amid the outlines and belongs to none."""
    together = areal(shapely.union_all(outlines))
    parts = together.geoms if together is not None else ()
    holes = [Polygon(ring).area for part in parts for ring in part.interiors]
    gaps = [hole for hole in holes if hole >= SLIVER_M2]
    if not gaps:
        return []
    return [Message("geodata.note.gaps", count=len(gaps), area=in_words(sum(gaps)))]

"""Barriers: rivers, railways, roads and ridges, cut at the lines of villages."""

from __future__ import annotations

from typing import Final

import shapely
from shapely import MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from wangge.insight.geodata.queries.judging.places import Places
from wangge.insight.geodata.queries.known_names import aliases
from wangge.insight.geodata.rules.choosing import plain
from wangge.insight.geodata.rules.holdings import BarrierSort
from wangge.insight.geodata.rules.states import Change
from wangge.insight.geodata.rules.verdict import Matter, Verdict, open_ones
from wangge.lib.message import Message
from wangge.registers.areas.models import Barrier

_SHORTEST: Final = 1e-5
"""Degrees, about a metre: a shorter piece parts nobody."""


def judge_barriers(matter: Matter, places: Places, *, usual: str) -> list[Verdict]:
    """Lines by the village they name, else by every village they cross.

    `usual` is the sort where no column says it.
    """
    verdicts = matter.verdicts(places.county)
    still_open = open_ones(verdicts)
    crossed = places.around([each.shape for _, each in still_open if each.shape is not None])
    words = {sort: aliases(f"geodata.alias.sort.{sort.value}") for sort in BarrierSort}
    for (index, verdict), around in zip(still_open, crossed, strict=True):
        named = places.named(matter, index)
        sort = _sort(matter.said("sort", index), usual, words)
        if isinstance(named, Message):
            verdict.refuse(named)
        elif sort is None:
            verdict.refuse(Message("geodata.why.no_sort", said=matter.said("sort", index)[:40]))
        else:
            _settle(verdict, named, around, places)
            verdict.sort = sort
            verdict.name = matter.said("name", index)[:40]
    there = _there({code for _, each in open_ones(verdicts) for code in each.villages})
    for _, verdict in open_ones(verdicts):
        replaces = any((code, verdict.sort) in there for code in verdict.villages)
        verdict.accept(Change.CHANGED if replaces else Change.NEW)
    return verdicts


def piece_of(line: BaseGeometry, outline: MultiPolygon | None) -> MultiLineString | None:
    """The part of a line inside an outline (all of it where there is none); None if next to nothing."""
    inside = line if outline is None else shapely.intersection(line, outline)
    parts = [
        part
        for part in shapely.get_parts(shapely.get_parts(inside).tolist()).tolist()
        if part.geom_type == "LineString" and part.length > _SHORTEST
    ]
    return MultiLineString(parts) if parts else None


def _settle(verdict: Verdict, named: str | None, around: list[str], places: Places) -> None:
    line = verdict.shape
    assert line is not None  # noqa: S101 - `verdicts` has refused what has no shape
    if piece_of(line, None) is None:
        verdict.refuse(Message("geodata.why.too_short"))
    elif named is not None:
        verdict.villages = [named]
    elif not places.outlines:
        verdict.refuse(Message("geodata.why.no_outlines"))
    else:
        verdict.cut = True
        verdict.villages = [c for c in around if piece_of(line, places.outlines[c]) is not None]
        if not verdict.villages:
            verdict.refuse(Message("geodata.why.crosses_none"))


def _sort(said: str, usual: str, words: dict[BarrierSort, list[str]]) -> str | None:
    """The sort that a word means; None for an unknown word."""
    if not said:
        return usual
    word = plain(said)
    for sort, names in words.items():
        if word == sort.value or any(name in word for name in names):
            return sort.value
    return None


def _there(villages: set[str]) -> set[tuple[str, str]]:
    return set(Barrier.objects.filter(village__in=villages).values_list("village", "kind"))

"""The places features are matched to: villages by code, by name, or by where the feature lies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, cast

import numpy as np
import shapely
from django.conf import settings
from shapely import MultiPolygon
from shapely.geometry.base import BaseGeometry

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.insight.geodata.queries.known_names import aliases
from wangge.insight.geodata.rules.choosing import plain
from wangge.insight.geodata.rules.verdict import Matter
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import Area, Boundary

_NEAR: Final = 0.0003
"""Degrees, about 30 m: a bridge on the line between two villages belongs to both."""


@dataclass(frozen=True)
class Places:
    """The villages of the county, and which of them the import may touch.

    `outlines` are the present ones of those it may touch (CGCS2000), `county` that of the county.
    """

    villages: Mapping[str, tuple[str, str]]  # name and township by code
    open: frozenset[str]
    outlines: Mapping[str, MultiPolygon]
    county: BaseGeometry | None

    @classmethod
    def of(cls, area_code: str, by: Actor) -> Places:
        """The villages of an area that `by` may edit; three queries."""
        found = Area.objects.filter(level=Level.VILLAGE, valid_to=None)
        villages = {
            code: (name, township)
            for code, name, township in found.values_list("code", "name", "parent__name")
        }
        inside = (code for code in villages if code.startswith(area_code))
        may = frozenset(code for code in inside if by.may(Permission.AREA_EDIT, code))
        drawn = Boundary.objects.filter(
            area__level__in=[Level.COUNTY, Level.VILLAGE], valid_to=None
        )
        shapes = {
            code: shape_of(outline.wkb) for code, outline in drawn.values_list("area", "outline")
        }
        county = shapes.get(settings.COUNTY_CODE)
        return cls(villages, may, {c: s for c, s in shapes.items() if c in may}, county)

    def named(self, matter: Matter, index: int) -> str | Message | None:
        """The village that a feature names: its code, why it is none, or None where it names none."""
        code, name = matter.said("village_code", index), matter.said("village_name", index)
        if code:
            return self._by_code(code)
        return self._by_name(name, matter.said("township_name", index)) if name else None

    def around(self, shapes: Sequence[BaseGeometry], *, near: bool = False) -> list[list[str]]:
        """For each shape the villages it lies in or crosses, in order of their codes."""
        found: list[list[str]] = [[] for _ in shapes]
        if not self.outlines or not len(shapes):
            return found
        which, where = self._tree.query(
            np.asarray(shapes, dtype=object),
            **(
                {"predicate": "dwithin", "distance": _NEAR} if near else {"predicate": "intersects"}
            ),
        )
        for shape, place in zip(which.tolist(), where.tolist(), strict=True):
            found[shape].append(self._codes[place])
        return [sorted(codes) for codes in found]

    def _by_code(self, said: str) -> str | Message:
        code = said[: Level.VILLAGE]
        if code not in self.villages or said[Level.VILLAGE :].strip("0"):
            return Message("geodata.why.no_village", said=said[:40])
        return self._mine(code)

    def _by_name(self, name: str, township: str) -> str | Message:
        named = self._by_names.get(self._stem(name), [])
        if township:
            wanted = self._stem(township)
            named = [code for code in named if self._stem(self.villages[code][1]) == wanted]
        here = [code for code in named if code in self.open] or named
        if not here:
            return Message("geodata.why.no_village", said=f"{township} {name}".strip()[:40])
        if len(here) > 1:
            return Message("geodata.why.many_villages", said=name[:40], count=len(here))
        return self._mine(here[0])

    def _mine(self, code: str) -> str | Message:
        if code in self.open:
            return code
        return Message("geodata.why.outside_area", village=self.villages[code][0])

    @cached_property
    def _by_names(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for code, (name, _) in self.villages.items():
            found[self._stem(name)].append(code)
        return found

    @cached_property
    def _endings(self) -> list[str]:
        return sorted(aliases("geodata.alias.endings"), key=len, reverse=True)

    def _stem(self, name: str) -> str:
        """A name of a place without the word for what it is, which is often left out."""
        short = plain(name)
        for ending in self._endings:
            if short.endswith(ending) and len(short) > len(ending) + 1:
                return short.removesuffix(ending)
        return short

    @cached_property
    def _codes(self) -> list[str]:
        return sorted(self.outlines)

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree([self.outlines[code] for code in self._codes])


def shape_of(wkb: memoryview | bytes) -> MultiPolygon:
    """A stored outline as shapely has it."""
    return cast(MultiPolygon, shapely.from_wkb(bytes(wkb)))


def settle(matter: Matter, places: Places, indices: Iterable[int]) -> dict[int, str | Message]:
    """The one village of each feature: as it says, else where it lies; a message where neither."""
    wanted = list(indices)
    lying = places.around([matter.shapes[index] for index in wanted])
    settled: dict[int, str | Message] = {}
    for index, around in zip(wanted, lying, strict=True):
        named = places.named(matter, index)
        if named is None:
            named = around[0] if around else Message("geodata.why.no_village_said")
        settled[index] = named
    return settled

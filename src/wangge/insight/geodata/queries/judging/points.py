"""Points: households, villager groups, bridges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

import shapely
from django.contrib.gis.geos import Point as StoredPoint

from wangge.insight.geodata.queries.judging.places import Places, settle
from wangge.insight.geodata.rules.states import Change
from wangge.insight.geodata.rules.verdict import Matter, Verdict, open_ones
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.person_name import normalise_name
from wangge.registers.areas.models import Bridge, VillagerGroup
from wangge.registers.areas.rules.groups import group_numbers
from wangge.registers.people.models import Household

_SAME: Final = 5e-6
"""Degrees, half a metre: nearer than this a point has not moved."""

_MOST_PERSONS: Final = 99


@dataclass(frozen=True, slots=True)
class Home:
    """A household as it is looked for."""

    key: UUID
    group: int | None
    point: StoredPoint | None


def judge_households(matter: Matter, places: Places, *, enters: bool) -> list[Verdict]:
    """Households by village, group and name of the head; unknown ones are new if `enters`."""
    verdicts = _placed(matter, places)
    homes = _homes({each.villages[0] for _, each in open_ones(verdicts)})
    groups = _groups({each.villages[0] for _, each in open_ones(verdicts)})
    taken: dict[UUID | tuple[str, int | None, str], int] = {}
    for index, verdict in open_ones(verdicts):
        name = normalise_name(matter.said("head_name", index))
        if not name:
            verdict.refuse(Message("geodata.why.no_head"))
            continue
        if not _grouped(verdict, matter.said("group", index)):
            continue
        same = homes.get((verdict.villages[0], name), [])
        found = [each for each in same if verdict.group_number in {None, each.group}]
        key = found[0].key if found else (verdict.villages[0], verdict.group_number, name)
        if len(found) > 1:
            verdict.refuse(Message("geodata.why.many_households", count=len(found)))
        elif key in taken:
            verdict.refuse(Message("geodata.why.twice", number=taken[key]))
        elif not found:
            _look_new(verdict, matter.said("persons", index), groups, enters=enters)
            taken[key] = verdict.number
        else:
            taken[key] = verdict.number
            verdict.household_id = found[0].key
            verdict.accept(_change(verdict, found[0].point))
            _look_outside(verdict, places)
    return verdicts


def judge_groups(matter: Matter, places: Places) -> list[Verdict]:
    """Villager groups by village and number."""
    verdicts = _placed(matter, places)
    groups = _groups({each.villages[0] for _, each in open_ones(verdicts)})
    taken: dict[tuple[str, int], int] = {}
    for index, verdict in open_ones(verdicts):
        if not _grouped(verdict, matter.said("group", index)):
            continue
        if verdict.group_number is None:
            verdict.refuse(Message("geodata.why.no_group_said"))
            continue
        key = (verdict.villages[0], verdict.group_number)
        outline = places.outlines.get(verdict.villages[0])
        if key not in groups:
            verdict.refuse(Message("geodata.why.no_group", number=verdict.group_number))
        elif key in taken:
            verdict.refuse(Message("geodata.why.twice", number=taken[key]))
        elif outline is not None and not outline.covers(verdict.shape):
            verdict.refuse(Message("geodata.why.outside_village"))
        else:
            taken[key] = verdict.number
            verdict.accept(_change(verdict, groups[key]))
    return verdicts


def judge_bridges(matter: Matter, places: Places) -> list[Verdict]:
    """Bridges by the village they name, else every village within 30 m."""
    verdicts = matter.verdicts(places.county)
    _as_points(verdicts)
    still_open = open_ones(verdicts)
    near = places.around([each.shape for _, each in still_open if each.shape], near=True)
    for (index, verdict), around in zip(still_open, near, strict=True):
        named = places.named(matter, index)
        if isinstance(named, Message):
            verdict.refuse(named)
        elif not named and not around:
            verdict.refuse(Message("geodata.why.no_village_said"))
        else:
            verdict.villages = [named] if named else around
            verdict.name = matter.said("name", index)[:40]
    wanted = {code for _, each in open_ones(verdicts) for code in each.villages}
    there = _bridges(wanted)
    for _, verdict in open_ones(verdicts):
        old = [point for code in verdict.villages for point in there.get(code, ())]
        same = any(_change(verdict, point) is Change.SAME for point in old)
        verdict.accept(Change.CHANGED if old and not same else Change.NEW)
    return verdicts


def _placed(matter: Matter, places: Places) -> list[Verdict]:
    verdicts = matter.verdicts(places.county)
    _as_points(verdicts)
    settled = settle(matter, places, [index for index, _ in open_ones(verdicts)])
    for index, village in settled.items():
        if isinstance(village, str):
            verdicts[index].villages = [village]
        else:
            verdicts[index].refuse(village)
    return verdicts


def _as_points(verdicts: Iterable[Verdict]) -> None:
    """A multipoint of one is that one; several places are no place."""
    for _, verdict in open_ones(verdicts):
        if isinstance(verdict.shape, shapely.MultiPoint):
            if len(verdict.shape.geoms) > 1:
                verdict.refuse(Message("geodata.why.many_points", count=len(verdict.shape.geoms)))
            else:
                verdict.shape = verdict.shape.geoms[0]


def _homes(villages: Iterable[str]) -> Mapping[tuple[str, str], list[Home]]:
    found: defaultdict[tuple[str, str], list[Home]] = defaultdict(list)
    rows = Household.objects.filter(village_code__in=set(villages)).values_list(
        "pk", "village_code", "group__number", "head_name", "point"
    )
    for key, village, group, name, point in rows.iterator():
        found[village, normalise_name(name)].append(Home(key, group, point))
    return found


def _groups(villages: Iterable[str]) -> dict[tuple[str, int], StoredPoint | None]:
    rows = VillagerGroup.objects.filter(village__in=set(villages))
    return {
        (v, number): point for v, number, point in rows.values_list("village", "number", "point")
    }


def _bridges(villages: Iterable[str]) -> Mapping[str, list[StoredPoint]]:
    found: defaultdict[str, list[StoredPoint]] = defaultdict(list)
    for village, point in Bridge.objects.filter(village__in=villages).values_list(
        "village", "point"
    ):
        found[village].append(point)
    return found


def _grouped(verdict: Verdict, said: str) -> bool:
    """Read the number of the group, if one is said; refused if it is no single number."""
    if not said:
        return True
    try:
        numbers = group_numbers(said)
    except Invalid as error:
        verdict.refuse(error.message)
        return False
    if len(numbers) > 1:
        verdict.refuse(Message("geodata.why.many_groups", said=said[:40]))
        return False
    verdict.group_number = numbers[0]
    return True


def _look_new(
    verdict: Verdict,
    persons: str,
    groups: Mapping[tuple[str, int], StoredPoint | None],
    *,
    enters: bool,
) -> None:
    """A household that the register does not have."""
    if not enters:
        verdict.refuse(Message("geodata.why.no_household"))
    elif not persons.isdecimal() or not 1 <= int(persons) <= _MOST_PERSONS:
        verdict.refuse(Message("geodata.why.no_persons"))
    elif verdict.group_number and (verdict.villages[0], verdict.group_number) not in groups:
        verdict.refuse(Message("geodata.why.no_group", number=verdict.group_number))
    else:
        verdict.accept(Change.NEW)


def _change(verdict: Verdict, there: StoredPoint | None) -> Change:
    if there is None:
        return Change.NEW
    shape = verdict.shape
    assert isinstance(shape, shapely.Point)  # noqa: S101 - others are refused
    near = abs(shape.x - there.x) < _SAME and abs(shape.y - there.y) < _SAME
    return Change.SAME if near else Change.CHANGED


def _look_outside(verdict: Verdict, places: Places) -> None:
    outline = places.outlines.get(verdict.villages[0])
    if outline is not None and not outline.covers(verdict.shape):
        verdict.warnings.append(Message("geodata.warn.outside_village"))

"""The two batches of the demo: 53 villages with 254 grids in force, the others begun in August.

Where the small demo shows no households, grids are lists of villager groups with one worker each,
as a county without geodata has them (C02–C04).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import cycle, zip_longest
from random import Random
from typing import Final

from wangge.access.actor import Actor
from wangge.insight.demo.geography.divisions import rows, townships, villages
from wangge.insight.demo.population.names import draw_name, draw_sex
from wangge.insight.divisions.operations.batching import open_batch, put_in_batch
from wangge.lib import phone_number
from wangge.lib.area_code import grid_sequence
from wangge.registers.areas import operations as areas
from wangge.registers.areas.rules.grids import GRID
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.operations import (
    appoint_many,
    publish_phone,
    set_unit_phone,
)
from wangge.registers.organisations.operations.establishment import establish_grid_posts
from wangge.registers.organisations.rules.lines import VILLAGE_STATION
from wangge.registers.organisations.rules.origins import Origin
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.operations import NewOfficer, enter_officers

FIRST_BATCH_VILLAGES: Final = 53
FIRST_BATCH_GRIDS: Final = 254
WITHOUT_GRIDS: Final = "431124402598"  # the farm's living area: no grids by default
_FIRST_PHONE, _FIRST_DESK = 500_000, 600_000  # beyond the numbers of the small demo's staff
_FEWEST = 3  # grids of a village


@dataclass(frozen=True, slots=True)
class ListedVillage:
    """A village whose grids are lists of groups: the groups of each grid in order."""

    code: str
    grids: tuple[tuple[str, tuple[int, ...]], ...]


def first_batch(drawn: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The villages of the first batch: those with drawn grids, then from each township in turn."""
    others = [[v.code for v in villages(t.code) if v.code not in drawn] for t in townships()]
    in_turn = [v for row in zip_longest(*others) for v in row if v and v != WITHOUT_GRIDS]
    return (*drawn, *in_turn)[:FIRST_BATCH_VILLAGES]


def plan_lists(drawn: Mapping[str, Sequence[str]], rng: Random) -> tuple[ListedVillage, ...]:
    """Grids of two or three groups for the villages that have none, so that the sum comes out."""
    without = [village for village in first_batch(drawn) if village not in drawn]
    wanted = FIRST_BATCH_GRIDS - sum(len(grids) for grids in drawn.values())
    counts = dict.fromkeys(without, _FEWEST)
    for village in rng.choices(without, k=wanted - _FEWEST * len(without)):
        counts[village] += 1
    return tuple(ListedVillage(code, tuple(_grids(code, counts[code], rng))) for code in without)


def _grids(village: str, count: int, rng: Random) -> Iterator[tuple[str, tuple[int, ...]]]:
    last = 0
    for number in range(1, count + 1):
        groups = tuple(range(last + 1, last + rng.choice((2, 2, 3)) + 1))
        yield f"{village}{number:03d}", groups
        last = groups[-1]


def establish_batches(
    drawn: Mapping[str, Sequence[str]], *, began_on: date, rng: Random, by: Actor, at: datetime
) -> None:
    """Both batches; `drawn` are the grids by village that the demo has drawn already."""
    lists = plan_lists(drawn, rng)
    _enter(lists, began_on, by, at)
    _put_to_work(lists, began_on, rng, by, at)
    first = first_batch(drawn)
    others = sorted({v.code for v in villages()} - {*first, WITHOUT_GRIDS})
    for row, members in zip(rows("batches.csv"), (first, others), strict=True):
        number, day = int(row["number"]), date.fromisoformat(row["starts_on"])
        open_batch(number, row["name"], starts_on=day, by=by, at=at)
        put_in_batch(number, members, by=by, at=at)
    _publish_desks(first, by, at)


def _enter(lists: Sequence[ListedVillage], began_on: date, by: Actor, at: datetime) -> None:
    new = [
        areas.NewArea(code, str(grid_sequence(code)), GRID)
        for village in lists
        for code, _ in village.grids
    ]
    areas.establish(new, valid_from=began_on, by=by, at=at)
    for village in lists:
        groups = [
            areas.NewGroup(number, grid_code=code)
            for code, numbers in village.grids
            for number in numbers
        ]
        areas.set_groups(village.code, groups, from_day=began_on, by=by, at=at)
    establish_grid_posts(*(v.code for v in lists), valid_from=began_on, by=by, at=at)


def _put_to_work(
    lists: Sequence[ListedVillage], began_on: date, rng: Random, by: Actor, at: datetime
) -> None:
    """A worker each; every second one agreed to a public number."""
    grids = [code for village in lists for code, _ in village.grids]
    phones = [phone_number.synthetic(_FIRST_PHONE + n) for n in range(len(grids))]
    sexes = [draw_sex(rng) for _ in grids]
    people = enter_officers(
        [
            NewOfficer(draw_name(rng, sex), sex=sex.value, phone=phone)
            for sex, phone in zip(sexes, phones, strict=True)
        ],
        by=by,
        at=at,
    )
    posts = dict(
        Post.objects.filter(kind=PostKind.GRID_WORKER, area__in=grids).values_list("area", "id")
    )
    wanted = zip(grids, people, cycle(Origin))
    appoint_many(
        [(posts[grid], person, origin.value) for grid, person, origin in wanted],
        starts_on=began_on,
        by=by,
        at=at,
    )
    for person, phone in list(zip(people, phones, strict=True))[::2]:
        publish_phone(person, phone, by=by, at=at)


def _publish_desks(village_codes: Sequence[str], by: Actor, at: datetime) -> None:
    """The station of each village has a number of its own."""
    stations = Unit.objects.filter(kind=VILLAGE_STATION, area__in=village_codes, valid_to=None)
    for number, station in enumerate(stations.order_by("area").values_list("pk", flat=True)):
        set_unit_phone(station, phone_number.synthetic(_FIRST_DESK + number), by=by, at=at)

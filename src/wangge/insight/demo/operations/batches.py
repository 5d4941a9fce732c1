"""The two batches of the demo are established: areas, groups, posts, workers and their phones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import cycle
from random import Random

from wangge.access.actor import Actor
from wangge.insight.demo.rules.batches import WITHOUT_GRIDS, ListedVillage, first_batch, plan_lists
from wangge.insight.demo.rules.geography.divisions import rows, villages
from wangge.insight.demo.rules.population.names import draw_name, draw_sex
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

_FIRST_PHONE, _FIRST_DESK = 500_000, 600_000  # beyond the numbers of the small demo's staff


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

"""The small county every test starts from: built once into the template database by operations.

Places are chosen for the leaks they would show: siblings, siblings next to each other in code
(431124101 / 431124102), at the edge of a range (431124109 / 431124111), and an invented other
county. People have one post each unless a test says otherwise; their account is named by their key.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

HERE = Path(__file__).parent
START = date(2026, 1, 1)
BUILT_AT = datetime(2026, 1, 1, 1, 0, tzinfo=UTC)

COUNTY = "431124"
OTHER_COUNTY = "431199"
TOWNSHIP = "431124212"
VILLAGE = "431124212217"
SIBLING_VILLAGE = "431124212218"
TOWNSHIPS = ("431124101", "431124102", "431124109", "431124111", TOWNSHIP)


@dataclass(frozen=True, slots=True)
class Officer:
    """A member of staff: the key is also the name of the account."""

    key: str
    name: str
    unit_kind: str
    area_code: str
    post_kind: str


def officers() -> Iterator[Officer]:
    """The staff, as written in staff.csv: a row is one post of one person."""
    with (HERE / "staff.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield Officer(row["key"], row["name"], row["unit"], row["area"], row["post"])


def build() -> None:
    """Fill an empty migrated database. Runs as the web role, through the door, as the clock."""
    from wangge.access.actor import Actor
    from wangge.doors.door import door

    door(Actor.clock(COUNTY), lambda: _everything(Actor.clock(COUNTY)))


def _everything(by: object) -> None:
    from wangge.lib.state_council_calendar import seed_from_chinese_calendar
    from wangge.registers.areas import operations as areas
    from wangge.registers.calendars.operations import load_year
    from wangge.registers.organisations.operations.establishment import (
        establish_grid_posts,
        establish_units,
    )

    areas.establish(_places(), valid_from=START, by=by, at=BUILT_AT)
    for year in (2025, 2026):
        days = seed_from_chinese_calendar([year])
        load_year(year, days, source="chinese-calendar", by=by, at=BUILT_AT)
    for village in (VILLAGE, SIBLING_VILLAGE):
        areas.set_groups(
            village,
            [areas.NewGroup(n, grid_code=f"{village}00{1 + n % 2}") for n in range(1, 9)],
            from_day=START,
            by=by,
            at=BUILT_AT,
        )
    establish_units(valid_from=START, by=by, at=BUILT_AT)
    establish_grid_posts(VILLAGE, SIBLING_VILLAGE, valid_from=START, by=by, at=BUILT_AT)
    _staff(by)


def _places() -> Iterator[object]:
    from wangge.registers.areas.operations import NewArea

    with (HERE / "places.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield NewArea(row["code"], row["name"], row["kind"])


def _staff(by: object) -> None:
    from wangge.registers.accounts.operations import create_account
    from wangge.registers.organisations.models import Post
    from wangge.registers.organisations.operations import appoint_many
    from wangge.registers.people.models import Person
    from wangge.registers.people.operations import NewOfficer, enter_officers

    wanted = list(officers())
    people = {each.key: each for each in wanted}
    ids = enter_officers([NewOfficer(each.name) for each in people.values()], by=by, at=BUILT_AT)
    persons = dict(zip(people, ids, strict=True))
    for key, person_id in persons.items():
        account = create_account(key, password=None, by=by, at=BUILT_AT)
        Person.objects.filter(pk=person_id).update(account=account)
    posts = {
        (kind, area, post): pk
        for pk, kind, area, post in Post.objects.values_list("id", "unit__kind", "area_id", "kind")
    }
    appoint_many(
        [(posts[(o.unit_kind, o.area_code, o.post_kind)], persons[o.key], "") for o in wanted],
        starts_on=START,
        by=by,
        at=BUILT_AT,
    )


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wangge.config.settings")
    django.setup()
    build()

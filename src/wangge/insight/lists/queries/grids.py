"""The grids of an area as a list: who works them, under which number, what they hold, where they lie."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from wangge.access.permissions import Permission
from wangge.insight.lists.rules.forms import Form
from wangge.insight.lists.rules.kinds import ListColumn, ListRow, Outgoing, Wanted
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.registers.areas.models import Area, Boundary, VillagerGroup
from wangge.registers.areas.queries import names_of
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.queries.contacts import public_contacts, workers_of
from wangge.registers.organisations.rules.post_kinds import PostKind

_COLUMNS: Final = tuple(
    ListColumn(name, Message(f"lists.column.{name}"))
    for name in (
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
)


def _rows(wanted: Wanted) -> list[ListRow]:
    """Every grid of the area that is in force, by code; eight queries, however many grids."""
    day = county_day(wanted.at)
    grids = Area.objects.current(day).filter(level=Level.GRID).within(wanted.area_code)
    return list(_lines(list(grids.order_by("code")), day))


def _lines(grids: Sequence[Area], day: date) -> Iterator[ListRow]:
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
        values = (
            grid.pk,
            names.get(grid.pk[: Level.TOWNSHIP], ""),
            names.get(grid.pk[: Level.VILLAGE], ""),
            grid.name,
            Message(f"area.kind.{grid.kind}"),
            groups[grid.pk],
            grid.households,
            grid.persons,
            contact.worker,
            " ".join(deputies.get(grid.pk, ())),
            contact.phone,
            grid.valid_from,
        )
        yield ListRow(values, outlines.get(grid.pk))


def _deputies(codes: Sequence[str], day: date) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for term in workers_of(codes, day).filter(post__kind=PostKind.GRID_DEPUTY):
        found.setdefault(term.post.area_id, []).append(term.person.name)
    return found


OUTGOING: Final = Outgoing(
    columns=_COLUMNS,
    permission=Permission.ORGANISATION_SEE,
    rows=_rows,
    forms=(Form.EXCEL, Form.GEOJSON, Form.GEOPACKAGE),
    names_people=True,
)

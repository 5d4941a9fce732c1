"""A list that nobody has thought of yet goes out and comes in by its declaration alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.utils import timezone

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.registers.organisations.staff import CLOCK, actor, done_by
from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.lists import operations
from wangge.insight.lists.adapters.sheets import read_sheet, write_sheet
from wangge.insight.lists.models import ListExport, RefusedRow
from wangge.insight.lists.queries.own import own_export
from wangge.insight.lists.rules.kinds import (
    Incoming,
    ListColumn,
    ListKind,
    ListRow,
    Outgoing,
    Wanted,
)
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.files import queries as files

pytestmark = pytest.mark.django_db

COLUMNS = (
    ListColumn("what", Message("lists.column.name")),
    ListColumn("since", Message("lists.column.valid_from")),
)
BROUGHT: list[tuple[dict[str, str], str, UUID | None]] = []


def rows(wanted: Wanted) -> list[ListRow]:
    told = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
    return [
        ListRow((Message("area.kind.grid"), told)),
        ListRow((wanted.filters.get("colour", "none"), wanted.area_code)),
    ]


def take_row(row: Mapping[str, str], area_code: str, *, by: Actor, at: datetime) -> None:
    if row["what"] == "no":
        raise Refusal.invalid({"what": Message("lists.no_rows")})
    BROUGHT.append((dict(row), area_code, by.person_id))


WELLS = ListKind(
    code="grids",  # words that are there already
    outgoing=Outgoing(
        columns=COLUMNS,
        permission=Permission.CASE_SEE,
        rows=rows,
        filters=("colour",),
        names_people=False,
    ),
    incoming=Incoming(
        columns=COLUMNS,
        needed=("what",),
        filled=("what",),
        permission=Permission.AREA_EDIT,
        take_row=take_row,
        template=lambda area_code: [[area_code]],
        note=Message("lists.grids.note"),
    ),
)


@pytest.fixture(autouse=True)
def declared(settings: Any, tmp_path: Path) -> None:
    settings.LIST_KINDS = ("tests.insight.lists.test_invented_kind.WELLS",)
    settings.FILES_ROOT = tmp_path
    BROUGHT.clear()


def asked(who: str, area: str = VILLAGE, form: str = "xlsx", **filters: str) -> UUID:
    key: UUID = done_by(who, operations.ask_for, "grids", form, area, "zh", filters=filters)
    return key


def test_it_goes_out() -> None:
    key = asked("station_head", colour="blue", other="x")
    JOBS["lists.write"](export=str(key))
    by = actor("station_head", timezone.now())
    found = door(by, lambda: own_export(key, by))
    assert (found.rows, found.filters) == (2, {"colour": "blue"})
    content = files.path_of(found.file).read_bytes()
    assert read_sheet(content, most_rows=9) == [
        ["网格", "生效日期"],
        ["网格", "2026-03-02 10:00"],
        ["blue", VILLAGE],
    ]


def test_it_comes_in() -> None:
    content = write_sheet("x", ["网格", "In force since"], [["one", "1"], ["", "2"], ["no", "3"]])
    key = done_by("station_head", operations.bring, "grids", "x.xlsx", content, VILLAGE)
    JOBS["lists.take_rows"](brought=str(key))
    me = actor("station_head", timezone.now()).person_id
    assert [({"what": "one", "since": "1"}, VILLAGE, me)] == BROUGHT
    refused = door(CLOCK, lambda: list(RefusedRow.objects.values_list("number", "reasons")))
    assert [(number, each["code"]) for number, (each,) in refused] == [(4, "lists.no_rows")]


def test_its_own_permissions_are_asked() -> None:
    for who, area, status in (
        ("sibling_head", VILLAGE, 404),
        ("station_head", TOWNSHIP, 404),
        ("auditor", VILLAGE, 403),
    ):
        with pytest.raises(Refusal) as refused:
            asked(who, area)
        assert (who, refused.value.status) == (who, status)


def test_its_forms_are_its_own_and_another_list_is_not_there() -> None:
    with pytest.raises(Refusal) as refused:
        asked("station_head", form="geojson")
    assert refused.value.status == 422
    with pytest.raises(Refusal) as refused:
        done_by("station_head", operations.ask_for, "cases", "xlsx", VILLAGE, "zh")
    assert refused.value.status == 404


def test_who_has_left_the_post_gets_no_file() -> None:
    """The list is made in the scope that its person has when it is made."""
    key = asked("station_head")
    door(
        CLOCK,
        lambda: ListExport.objects.filter(pk=key).update(narrowed_to=UUID(int=1)),
    )
    JOBS["lists.write"](export=str(key))
    assert door(CLOCK, lambda: ListExport.objects.get(pk=key).state) == "failed"

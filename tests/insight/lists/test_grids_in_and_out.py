"""Lists of grids brought as Excel and taken out as Excel, GeoJSON and GeoPackage."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from django.contrib.gis.geos import Polygon
from django.utils import timezone
from pyogrio import read_info
from pyogrio.raw import read
from python_calamine import CalamineWorkbook

from tests.factories.world import TOWNSHIP, VILLAGE
from tests.registers.organisations.staff import CLOCK, TODAY, actor, done_by, recorded
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.lists import operations
from wangge.insight.lists.adapters.files import header
from wangge.insight.lists.adapters.sheets import read_sheet, write_sheet
from wangge.insight.lists.models import ListExport, ListImport, RefusedRow
from wangge.insight.lists.operations.grids import GRIDS
from wangge.insight.lists.queries.own import own_export, own_import, rows_of
from wangge.lib.refusal import Refusal
from wangge.registers.areas.models import Area
from wangge.registers.areas.operations import draw
from wangge.registers.calendars.queries import county_day
from wangge.registers.files import queries as files
from wangge.registers.orders.rules import KEPT_FOR
from wangge.registers.organisations.queries.contacts import public_contact

pytestmark = pytest.mark.django_db

COLUMNS = [column.name for column in GRIDS.incoming.columns]
HEAD = header(GRIDS.incoming.columns, "zh")


@pytest.fixture(autouse=True)
def shelves(tmp_path: Path, settings: Any) -> None:
    settings.FILES_ROOT = tmp_path


@pytest.fixture
def work() -> Callable[[], None]:
    """The worker: every list that waits is worked on until none waits."""

    def run() -> None:
        for name, model in (("lists.write", ListExport), ("lists.take_rows", ListImport)):
            argument = "export" if model is ListExport else "brought"
            for key in door(CLOCK, lambda m=model: list(m.objects.values_list("pk", flat=True))):
                while door(CLOCK, lambda m=model, k=key: _waits(m, k)):
                    JOBS[name](**{argument: str(key)})

    return run


def _waits(model: Any, key: UUID) -> bool:
    return model.objects.get(pk=key).state in {"waiting", "running"}


def sheet(*rows: list[str], head: list[str] | None = None) -> bytes:
    return write_sheet("网格", head or HEAD, rows)


def row(code: str = VILLAGE, groups: str = "20", worker: str = "壬新人", **other: str) -> list[str]:
    said = {"code": code, "groups": groups, "worker": worker, "origin": "驻村干部"} | other
    return [said.get(column, "") for column in COLUMNS]


def brought(content: bytes, who: str = "township_centre") -> UUID:
    key: UUID = done_by(
        who, operations.bring, "grids", "网格.xlsx", content, TOWNSHIP, at=timezone.now()
    )
    return key


def refusals(key: UUID) -> dict[int, list[str]]:
    rows = RefusedRow.objects.filter(list_import=key).order_by("number")
    return {
        each.number: [reason["code"] for reason in each.reasons]
        for each in door(CLOCK, lambda: list(rows))
    }


def test_each_row_becomes_a_grid_or_comes_back_with_its_reason(work: Callable[[], None]) -> None:
    key = brought(
        sheet(
            row(groups="20、21", phone="10000000088", consent="是"),
            row(code=""),
            row(groups="1"),
            [""] * len(HEAD),
            row(groups="x", worker="", phone="10000000088"),
            row(code="431124101201", groups="22"),
            row(groups="22", origin="亲戚"),
            row(groups="23", name="河东片"),
        )
    )
    work()
    found = door(CLOCK, lambda: ListImport.objects.get(pk=key))
    assert (found.state, found.rows, found.done, found.refused) == ("done", 8, 8, 5)
    assert refusals(key) == {
        3: ["lists.grids.code_wrong"],
        4: ["area.groups_taken"],
        6: ["area.groups_unreadable", "lists.grids.worker_missing"],
        7: ["lists.grids.code_wrong"],
        8: ["lists.grids.origin_wrong"],
    }
    new = Area.objects.filter(parent=VILLAGE, code__gt=f"{VILLAGE}002").order_by("code")
    assert list(new.values_list("name", flat=True)) == ["3", "河东片"]
    contact = public_contact(f"{VILLAGE}003", county_day(timezone.now()))
    assert contact is not None
    assert (contact.worker, contact.phone) == ("壬新人", "10000000088")
    assert recorded("list.taken")[-1].codes == {"count": 8, "refused": 5}


def test_a_row_that_was_done_is_never_done_twice(work: Callable[[], None]) -> None:
    key = brought(sheet(row(groups="20"), row(groups="21")))
    by, at = actor("township_centre", timezone.now()), timezone.now()
    for _ in range(2):
        said = (key, 2, row(groups="20"), HEAD)
        door(by, lambda s=said: operations.take_row(*s, by=by, at=at))
    work()
    assert Area.objects.filter(parent=VILLAGE).count() == 4
    assert refusals(key) == {}


def test_what_was_brought_is_sealed_and_ones_own() -> None:
    key = brought(sheet(row()))
    stored = door(CLOCK, lambda: ListImport.objects.get(pk=key))
    assert "壬新人".encode() not in bytes(stored.content)
    mine = actor("township_centre", timezone.now())
    assert door(mine, lambda: rows_of(own_import(key, mine))[1][5]) == "壬新人"
    other = actor("county_centre", timezone.now())
    with pytest.raises(Refusal) as refused:
        door(other, lambda: own_import(key, other))
    assert refused.value.status == 404
    assert not door(other, ListImport.objects.exists)


@pytest.mark.parametrize(
    "content",
    [
        b"not a workbook",
        sheet(),
        sheet(["a"], head=["村代码"]),
        sheet(*[[""]] * 1, head=["别的"]),
    ],
)
def test_what_is_no_such_list_is_refused_at_once(content: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        brought(content)
    assert set(refused.value.fields) == {"file"}


def test_more_rows_than_are_taken_at_a_time(
    work: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wangge.insight.lists.tasks.ROWS_AT_A_TIME", 3)
    key = brought(sheet(*(row(groups=str(n), worker="") for n in range(20, 30))))
    work()
    assert refusals(key) == {}
    assert Area.objects.filter(parent=VILLAGE).count() == 12


@pytest.mark.parametrize(
    ("who", "status"),
    [("township_leader", 403), ("station_head", 404), ("sibling_township_centre", 404)],
)
def test_who_may_not_bring_a_list(who: str, status: int) -> None:
    with pytest.raises(Refusal) as refused:
        brought(sheet(row()), who)
    assert refused.value.status == status


def test_the_template_names_every_village_and_is_passed_over_where_empty(
    work: Callable[[], None],
) -> None:
    rows = GRIDS.incoming.template(TOWNSHIP)
    assert [VILLAGE in each for each in rows].count(True) == 1
    padded = [[*map(str, each), *[""] * (len(HEAD) - len(each))] for each in rows]
    key = brought(sheet(*padded))
    work()
    assert refusals(key) == {}


@pytest.fixture
def drawn() -> None:
    outline = Polygon.from_bbox((111.0, 25.0, 111.1, 25.1))
    said = {"source": "test", "synthetic": True, "valid_from": TODAY}
    done_by(CLOCK, draw, {f"{VILLAGE}001": outline}, **said)


def taken_out(form: str, work: Callable[[], None], who: str = "station_head") -> bytes:
    at = timezone.now()
    key = done_by(who, operations.ask_for, "grids", form, VILLAGE, "zh", at=at)
    work()
    mine = actor(who, at)
    found = door(mine, lambda: own_export(key, mine))
    assert (found.state, found.rows) == ("done", 2)
    return files.path_of(found.file).read_bytes()


def test_grids_as_excel(work: Callable[[], None]) -> None:
    head, first, _ = read_sheet(taken_out("xlsx", work), most_rows=10)
    assert first[head.index("网格代码")] == f"{VILLAGE}001"
    assert first[head.index("网格员")] == "甲网格员"
    assert first[head.index("村民小组数")] == "4"
    assert recorded("list.written")[-1].codes == {"count": 2}


def test_grids_as_geojson(work: Callable[[], None], drawn: None) -> None:
    first, second = json.loads(taken_out("geojson", work))["features"]
    assert first["geometry"]["type"] == "MultiPolygon"
    assert second["geometry"] is None
    assert first["properties"]["worker"] == "甲网格员"


def test_grids_as_geopackage(work: Callable[[], None], drawn: None, tmp_path: Path) -> None:
    fetched = tmp_path / "grids.gpkg"
    fetched.write_bytes(taken_out("gpkg", work))
    assert read_info(fetched)["crs"] == "EPSG:4490"
    _, _, geometry, fields = read(fetched)
    assert [shape is None for shape in geometry] == [False, True]
    assert list(fields[0]) == [f"{VILLAGE}001", f"{VILLAGE}002"]


@pytest.mark.parametrize("form", ["xlsx", "geojson", "gpkg"])
def test_a_file_that_names_people_says_whose_it_is_and_is_counted(
    form: str, work: Callable[[], None], drawn: None, tmp_path: Path
) -> None:
    content = taken_out(form, work)
    said = MARKS_IN[form](content, tmp_path)
    who = actor("station_head", timezone.now())
    key = door(CLOCK, ListExport.objects.get).pk
    assert all(part in said for part in ("甲站长", str(key)))
    (event,) = recorded("names.taken_out")
    assert event.codes == {"kind": "grids", "form": form, "count": 2}
    assert event.person_id == who.person_id
    assert event.post_id in {post.post_id for post in who.posts}
    assert (event.object_id, event.area_code) == (str(key), VILLAGE)


def _in_excel(content: bytes, folder: Path) -> str:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    (about,) = book.get_sheet_by_index(1).to_python()
    with ZipFile(BytesIO(content)) as parts:
        printed = parts.read("xl/worksheets/sheet1.xml").decode()
        properties = parts.read("docProps/core.xml").decode()
    words = str(about[0])
    assert words in printed
    assert words in properties
    return words


def _in_geojson(content: bytes, folder: Path) -> str:
    return str(json.loads(content)["mark"])


def _in_geopackage(content: bytes, folder: Path) -> str:
    fetched = folder / "marked.gpkg"
    fetched.write_bytes(content)
    return str(read_info(fetched)["dataset_metadata"]["mark"])


MARKS_IN = {"xlsx": _in_excel, "geojson": _in_geojson, "gpkg": _in_geopackage}


@pytest.mark.parametrize("form", ["xlsx", "geojson", "gpkg"])
def test_an_area_without_grids_gives_an_empty_list(form: str, work: Callable[[], None]) -> None:
    done_by("county_centre", operations.ask_for, "grids", form, "431124101", "zh")
    work()
    assert door(CLOCK, ListExport.objects.get).state == "done"


def test_no_cell_becomes_a_formula() -> None:
    content = write_sheet("表", ["名"], [["=1+1"], ["@a"]])
    assert read_sheet(content, most_rows=5)[1:] == [["=1+1"], ["@a"]]


def test_files_are_forgotten_and_the_lines_stay(work: Callable[[], None]) -> None:
    taken_out("xlsx", work)
    key = brought(sheet(row()))
    work()
    later = timezone.now() + KEPT_FOR + timedelta(hours=1)
    assert done_by(CLOCK, operations.forget_old, at=later) == 2
    assert door(CLOCK, lambda: ListExport.objects.get().file) is None
    mine = actor("township_centre", timezone.now())
    with pytest.raises(Refusal):
        door(mine, lambda: rows_of(own_import(key, mine)))


def test_another_form_or_a_foreign_area_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        done_by("station_head", operations.ask_for, "grids", "pdf", VILLAGE, "zh")
    assert set(refused.value.fields) == {"form"}
    with pytest.raises(Refusal) as refused:
        done_by("station_head", operations.ask_for, "grids", "xlsx", TOWNSHIP, "zh")
    assert refused.value.status == 404

"""Pages of grids: figures, lists of groups, special grids, groups on the sketch, published numbers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.gis.geos import Polygon
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.factories.world import COUNTY, START, TOWNSHIP, VILLAGE
from tests.interfaces.console.officers import Officer, text_of
from tests.interfaces.counting import queries_of
from tests.registers.organisations.staff import CLOCK, done_by
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.insight.divisions.operations.batching import open_batch, put_in_batch
from wangge.insight.lists.adapters.files import header
from wangge.insight.lists.adapters.sheets import read_sheet, write_sheet
from wangge.insight.lists.models import ListExport, ListImport
from wangge.insight.lists.queries.declared import incoming_of
from wangge.interfaces.console.grids.sketch import Sketch
from wangge.registers.areas.models import Area, Boundary, VillagerGroup
from wangge.registers.areas.operations import draw
from wangge.registers.organisations.models import Unit
from wangge.registers.organisations.queries.contacts import published_phone
from wangge.registers.people.models import Person

pytestmark = pytest.mark.django_db

GRIDS = "/console/grids"
PHONE = "10000000088"


@pytest.fixture
def centre() -> Officer:
    return Officer.signed_in("township_centre")


@pytest.fixture
def outlined() -> Sketch:
    outline = Polygon.from_bbox((111.0, 25.0, 111.1, 25.1))
    done_by(CLOCK, draw, {VILLAGE: outline}, source="test", synthetic=True, valid_from=START)
    sketch = Sketch.of(VILLAGE)
    assert sketch is not None
    return sketch


def test_statements(centre: Officer) -> None:
    centre.get("/console/")  # the county's name is read once a process
    for name, code in (("county", COUNTY), ("township", TOWNSHIP), ("village", VILLAGE)):
        with queries_of(f"console grids {name}"):
            assert centre.get(f"{GRIDS}/{code}").status_code == 200
    with queries_of("console grid"):
        assert centre.get(f"{GRIDS}/{VILLAGE}001").status_code == 200
    with queries_of("console batches"):
        assert centre.get("/console/batches").status_code == 200
    with queries_of("console lists"):
        assert centre.get("/console/lists").status_code == 200


def test_the_way_down_from_the_county_to_a_grid(centre: Officer) -> None:
    assert f"{GRIDS}/{TOWNSHIP}" in text_of(centre.get(f"{GRIDS}/{COUNTY}"))
    assert f"{GRIDS}/{VILLAGE}" in text_of(centre.get(f"{GRIDS}/{TOWNSHIP}"))
    village = text_of(centre.get(f"{GRIDS}/{VILLAGE}"))
    assert "甲网格员" in village
    assert f"{GRIDS}/{VILLAGE}001" in village
    grid = text_of(centre.get(f"{GRIDS}/{VILLAGE}001"))
    assert "2 4 6 8" in grid
    assert centre.get(f"{GRIDS}/{VILLAGE}009").status_code == 404


def test_a_worker_reads_but_is_offered_nothing() -> None:
    worker = Officer.signed_in("grid_worker")
    shown = text_of(worker.get(f"{GRIDS}/{VILLAGE}"))
    assert "甲网格员" in shown
    assert f"{VILLAGE}/new" not in shown
    assert worker.get(f"{GRIDS}/{VILLAGE}/new").status_code == 403


def test_a_grid_is_entered_as_a_list_of_groups(centre: Officer) -> None:
    said = {"groups": "20、21", "worker": "壬新人", "phone": PHONE, "origin": "resident_cadre"}
    answer = centre.post(f"{GRIDS}/{VILLAGE}/new", **said, consent="on")
    assert (answer.status_code, answer["Location"]) == (302, f"{GRIDS}/{VILLAGE}003")
    grid = text_of(centre.get(f"{GRIDS}/{VILLAGE}003"))
    assert "壬新人" in grid
    assert PHONE in grid


def test_what_is_wrong_with_a_list_is_said_at_the_field(centre: Officer) -> None:
    said = {"groups": "一", "phone": PHONE, "consent": "on"}
    answer = centre.post(f"{GRIDS}/{VILLAGE}/new", **said)
    assert answer.status_code == 422
    assert {"groups", "worker"} <= set(re.findall(r'id="id_(\w+)-error"', text_of(answer)))
    taken = centre.post(f"{GRIDS}/{VILLAGE}/new", groups="1")
    assert "id_groups-error" in text_of(taken)


def test_a_special_grid_begins_and_ends(centre: Officer) -> None:
    said = {"name": "中心小学", "sort": "school", "longitude": "111.05", "latitude": "25.05"}
    answer = centre.post(f"{GRIDS}/{VILLAGE}/new-special", **said)
    assert answer.status_code == 302
    assert "中心小学" in text_of(centre.get(f"{GRIDS}/{VILLAGE}"))
    half = centre.post(f"{GRIDS}/{VILLAGE}/new-special", **(said | {"latitude": ""}))
    assert half.status_code == 422
    Area.objects.filter(name="中心小学").update(valid_from=START)
    end = f"{GRIDS}/{VILLAGE}003/end"
    assert centre.post(end, ends_on=timezone.localdate().isoformat()).status_code == 302
    assert "中心小学" not in text_of(centre.get(f"{GRIDS}/{VILLAGE}"))


def test_one_click_places_a_group_without_any_script(outlined: Sketch) -> None:
    head = Officer.signed_in("station_head")
    page = text_of(head.get(f"{GRIDS}/{VILLAGE}/place"))
    assert 'type="image"' in page
    x, y = outlined.pixel(111.03, 25.02)
    answer = head.post(f"{GRIDS}/{VILLAGE}/place", group="1", **{"at.x": int(x), "at.y": int(y)})
    assert answer.status_code == 302
    point = VillagerGroup.objects.get(village=VILLAGE, number=1).point
    assert point is not None
    assert point.coords == pytest.approx((111.03, 25.02), abs=0.001)
    by_form = {"group": "2", "longitude": "111.04", "latitude": "25.03"}
    assert head.post(f"{GRIDS}/{VILLAGE}/place", **by_form).status_code == 302
    outside = head.post(f"{GRIDS}/{VILLAGE}/place", group="3", longitude="112", latitude="25")
    assert outside.status_code == 422
    sketch = head.get(f"{GRIDS}/{VILLAGE}/sketch.svg")
    assert sketch["Content-Type"] == "image/svg+xml"
    assert text_of(sketch).count("<circle") == 2


CORNERS = "111.59, 25.50\n111.61，25.50；东经111°36′36″ 25.52\n111.59 25.52\n"


def test_an_outline_is_written_corner_by_corner_without_any_script() -> None:
    head = Officer.signed_in("station_head")
    address = f"{GRIDS}/{VILLAGE}/outline"
    assert address in text_of(head.get(f"{GRIDS}/{VILLAGE}"))
    assert head.post(address, corners=CORNERS).status_code == 302
    drawn = Boundary.objects.get(area=VILLAGE, valid_to=None)
    assert drawn.source == "drawn"
    assert [len(ring) for part in drawn.outline for ring in part] == [5]
    assert "111.610000, 25.520000" in text_of(head.get(address))  # to be corrected from here on


@pytest.mark.parametrize(
    ("corners", "words"),
    [
        ("111.59, 25.50\n111.61, 25.50", "至少要有三个拐点"),
        ("111.59, 25.50\nhere\n111.61, 25.52", "第 2 行"),
        ("111.59, 25.50\n111.61\n111.61, 25.52", "第 2 行"),
        ("111.59, 25.50\n111.61, 25.52\n111.61, 25.50\n111.59, 25.52", "相交"),
        ("111.59, 25.50\n181, 95\n111.61, 25.52", "第 2 行"),
        ("", "请填写这一项"),
    ],
)
def test_what_is_no_outline_is_said_and_stays_in_the_field(corners: str, words: str) -> None:
    head = Officer.signed_in("station_head")
    answer = head.post(f"{GRIDS}/{VILLAGE}/outline", corners=corners)
    shown = text_of(answer)
    assert (answer.status_code, words in shown) == (422, True)
    assert all(line in shown for line in corners.splitlines())
    assert not Boundary.objects.filter(area=VILLAGE, source="drawn").exists()


def test_a_pixel_and_its_place_are_one(outlined: Sketch) -> None:
    for place in ((111.0, 25.0), (111.1, 25.1), (111.05, 25.07)):
        assert outlined.place(*outlined.pixel(*place)) == pytest.approx(place, abs=0.0005)


def test_a_village_without_outline_is_placed_by_form_alone(centre: Officer) -> None:
    assert 'type="image"' not in text_of(centre.get(f"{GRIDS}/{VILLAGE}/place"))
    assert centre.get(f"{GRIDS}/{VILLAGE}/sketch.svg").status_code == 200


def test_the_own_number_is_published_and_taken_back() -> None:
    worker = Officer.signed_in("grid_worker")
    me = Person.objects.get(account__username="grid_worker").pk
    assert worker.post("/console/account/phone", phone="100 0000 0088").status_code == 302
    assert published_phone(me) == PHONE
    assert PHONE in text_of(worker.get("/console/account"))
    assert worker.post("/console/account/phone", phone="12").status_code == 422
    assert worker.post(f"/console/officers/{me}/phone/withdraw").status_code == 302
    assert published_phone(me) == ""


def test_the_station_notes_a_consent_and_sets_its_own_number() -> None:
    head = Officer.signed_in("station_head")
    worker = Person.objects.get(account__username="grid_worker").pk
    assert f"/console/officers/{worker}/phone" in text_of(head.get(f"{GRIDS}/{VILLAGE}001"))
    assert head.post(f"/console/officers/{worker}/phone", phone=PHONE).status_code == 302
    assert PHONE in text_of(head.get(f"{GRIDS}/{VILLAGE}001"))
    station = Unit.objects.get(kind="v_service_station", area=VILLAGE)
    assert head.post(f"/console/units/{station.pk}/phone", phone="10000000099").status_code == 302
    assert "10000000099" in text_of(head.get(f"{GRIDS}/{VILLAGE}"))


@pytest.fixture
def shelves(tmp_path: Path, settings: Any) -> None:
    settings.FILES_ROOT = tmp_path


def test_a_sheet_is_brought_and_its_bad_rows_come_back(centre: Officer, shelves: None) -> None:
    template = centre.get(f"{GRIDS}/{TOWNSHIP}/template.xlsx")
    head, *rows = read_sheet(template.content, most_rows=100)
    assert head == header(incoming_of("grids").columns, "zh")
    row = next(each for each in rows if VILLAGE in each)
    good, bad = list(row), list(row)
    good[head.index("村民小组")] = "20"
    bad[head.index("村民小组")] = "1"
    content = write_sheet("x", head, [good, bad])
    brought = SimpleUploadedFile("清单.xlsx", content)
    answer = centre.post(f"{GRIDS}/{TOWNSHIP}/bring", file=brought)
    assert answer.status_code == 302
    key = door(CLOCK, lambda: ListImport.objects.get().pk)
    JOBS["lists.take_rows"](brought=str(key))
    page = text_of(centre.get(answer["Location"]))
    assert "refused.xlsx" in page
    refused = read_sheet(centre.get(f"{answer['Location']}/refused.xlsx").content, most_rows=9)
    assert [each[:-1] for each in refused[1:]] == [bad]
    assert "1" in refused[1][-1]
    assert Officer.signed_in("county_centre").get(answer["Location"]).status_code == 404
    broken = SimpleUploadedFile("x.xlsx", b"nothing")
    assert centre.post(f"{GRIDS}/{TOWNSHIP}/bring", file=broken).status_code == 422


@pytest.mark.parametrize("form", ["xlsx", "geojson", "gpkg"])
def test_grids_are_taken_out(centre: Officer, shelves: None, form: str) -> None:
    answer = centre.post(f"{GRIDS}/{TOWNSHIP}/take-out", form=form)
    assert (answer.status_code, answer["Location"]) == (302, "/console/lists")
    key = door(CLOCK, lambda: ListExport.objects.get().pk)
    assert centre.get(f"/console/lists/out/{key}").status_code == 404  # not written yet
    JOBS["lists.write"](export=str(key))
    file = centre.get(f"/console/lists/out/{key}")
    assert "attachment" in file["Content-Disposition"]
    assert len(file.content) > 100
    assert Officer.signed_in("county_centre").get(f"/console/lists/out/{key}").status_code == 404


def test_batches_are_shown_to_all_and_changed_by_the_county(centre: Officer) -> None:
    done_by(CLOCK, open_batch, 1, "第一批", starts_on=START)
    done_by(CLOCK, put_in_batch, 1, [VILLAGE])
    shown = text_of(centre.get("/console/batches"))
    assert "第一批" in shown
    assert "batches/1" not in shown
    county = Officer.signed_in("county_centre")
    said = {"number": "2", "name": "第二批", "starts_on": "2026-08-01"}
    answer = county.post("/console/batches/new", **said, villages="431124212218")
    assert answer.status_code == 302
    assert "2.00" in text_of(county.get("/console/batches"))
    wrong = county.post("/console/batches/new", **said, villages="431124212999")
    assert wrong.status_code == 422

"""The pages of an import: upload, choose, look, confirm, fetch what was left out."""

from __future__ import annotations

import json
import re

import pytest
import shapely
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from tests.factories.world import SIBLING_VILLAGE, TOWNSHIP, VILLAGE
from tests.insight.geodata import files
from tests.insight.geodata.desk import BOW, EAST, OUTSIDE, WEST, work
from tests.interfaces.console.officers import Officer, chosen, offered, text_of
from tests.interfaces.counting import queries_of
from wangge.insight.lists.adapters.sheets import read_sheet
from wangge.registers.areas.models import Boundary

pytestmark = pytest.mark.django_db

AT = f"/console/geodata/at/{TOWNSHIP}"


@pytest.fixture
def centre() -> Officer:
    return Officer.signed_in("township_centre")


def upload(officer: Officer, content: bytes, holding: str = "outlines") -> HttpResponse:
    return officer.post(AT, holding=holding, file=SimpleUploadedFile("村界.zip", content))


def brought(officer: Officer, content: bytes, holding: str = "outlines") -> str:
    """The address of an import that was uploaded."""
    answer = upload(officer, content, holding)
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"]).removesuffix("/choose")


def test_from_the_upload_to_the_registers(centre: Officer) -> None:
    content = files.shapefile(
        [WEST, BOW, EAST],
        {"XZQDM": [VILLAGE, SIBLING_VILLAGE, OUTSIDE], "XZQMC": ["甲", "乙", "丙"]},
    )
    page = brought(centre, content)
    centre.get("/console/geodata")  # the name of the county is asked for once
    with queries_of("console geodata choose"):
        asked = centre.get(f"{page}/choose")
    assert chosen(asked)[:3] == ["declared", "XZQDM", "XZQMC"]
    said = {"system": "declared", "village_code": "XZQDM"}
    assert centre.post(f"{page}/choose", **said)["Location"] == page
    assert "正在处理" in text_of(centre.get(page))
    work()
    with queries_of("console geodata import"):
        shown = text_of(centre.get(page))
    assert "边界自己相交" in shown
    assert "不在您这次导入的范围内" in shown
    assert re.search(r'name="mends"', shown)
    assert "<path" in text_of(centre.get(f"{page}/sketch.svg"))
    assert not Boundary.objects.exists()
    only = text_of(centre.get(f"{page}?state=refused"))
    assert "天鹅岭" not in only.split('id="features"')[1]
    centre.post(f"{page}/confirm", mends="on")
    work()
    assert Boundary.objects.filter(area__in=[VILLAGE, SIBLING_VILLAGE], valid_to=None).count() == 2
    sheet = read_sheet(centre.get(f"{page}/left-out.xlsx").content, most_rows=9)
    assert sheet[1][:3] == ["3", OUTSIDE, "丙"]
    left = json.loads(centre.get(f"{page}/left-out.geojson").content)
    assert left["features"][0]["properties"]["XZQDM"] == OUTSIDE
    assert shapely.from_geojson(json.dumps(left["features"][0]["geometry"])).equals(EAST)
    with queries_of("console geodata"):
        assert "村界.zip" in text_of(centre.get("/console/geodata"))


def test_of_several_layers_one_is_asked_for(centre: Officer) -> None:
    layers = {"村界": ([WEST], {"代码": [VILLAGE]}), "路": ([WEST.boundary], {"类型": ["公路"]})}
    page = brought(centre, files.geopackage(layers))
    asked = centre.get(f"{page}/choose")
    assert offered(asked, "layer") == ["村界", "路"]
    columns = centre.get(f"{page}/choose?layer=村界")
    assert offered(columns, "village_code") == ["", "代码"]
    answer = centre.post(f"{page}/choose?layer=村界", system="declared", village_code="代码")
    assert answer.status_code == 302
    work()
    assert "可写入" in text_of(centre.get(page))


def test_the_order_of_coordinates_is_recognised_and_offered(centre: Officer) -> None:
    turned = shapely.transform(WEST, lambda points: points[:, ::-1])
    page = brought(centre, files.geojson([turned], {"代码": [VILLAGE]}))
    asked = centre.get(f"{page}/choose")
    assert re.search(r'name="swapped"[^>]* checked', text_of(asked))


def test_a_sheet_with_degrees_in_words(centre: Officer) -> None:
    content = files.sheet(
        ["行政村", "小组", "东经", "北纬"], ["天鹅岭村", "1", "111°30′18″", "25°30′18″"]
    )
    page = brought(centre, content, "groups")
    presets = ["cgcs2000", "东经", "北纬", "", "行政村", "", "小组"]
    assert chosen(centre.get(f"{page}/choose")) == presets


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_cannot_be_read_is_a_sentence_in_the_form(centre: Officer, language: str) -> None:
    whole = files.shapefile([WEST], {"代码": [VILLAGE]})
    centre.client.get(f"/language/{language}")
    for content in (whole[:200], files.shapefile([WEST], {"a": ["b"]}, without=[".dbf"]), b"x"):
        answer = upload(centre, content)
        assert answer.status_code == 422
        assert "field-error" in text_of(answer)


def test_letters_that_no_database_takes_do_no_harm(centre: Officer) -> None:
    odd = {"a\0": ["1"], "b\ud800": ["2"], "": ["3"], "代码": ["\0\ud800x"]}
    document = json.loads(files.geojson([WEST], {"代码": ["x"]}))
    document["features"][0]["properties"] = {name: said[0] for name, said in odd.items()}
    page = brought(centre, json.dumps(document).encode())
    assert offered(centre.get(f"{page}/choose"), "village_code") == ["", "代码"]
    centre.post(f"{page}/choose", system="cgcs2000", village_code="代码")
    work()
    assert "没有这个村：“?x”" in text_of(centre.get(f"{page}?state=%00"))


def test_another_may_neither_look_nor_confirm(centre: Officer) -> None:
    page = brought(centre, files.geojson([WEST], {"代码": [VILLAGE]}))
    for other in ("county_centre", "station_head"):
        stranger = Officer.signed_in(other)
        for end in ("", "/choose", "/sketch.svg", "/left-out.xlsx"):
            assert stranger.get(f"{page}{end}").status_code == 404
        assert stranger.post(f"{page}/confirm").status_code == 404
        assert stranger.post(f"{page}/drop").status_code == 404
    assert Officer.signed_in("grid_worker").get("/console/geodata").status_code == 403
    assert centre.get("/console/geodata/at/431124101").status_code == 404


def test_a_shape_that_is_mended_to_what_is_there_still_asks_for_consent(centre: Officer) -> None:
    for _ in range(2):
        page = brought(centre, files.geojson([BOW, EAST], {"代码": [VILLAGE, SIBLING_VILLAGE]}))
        centre.post(f"{page}/choose", system="cgcs2000", village_code="代码")
        work()
        assert 'name="mends"' in text_of(centre.get(page))
        centre.post(f"{page}/confirm", mends="on")
        work()


def test_it_can_be_given_up(centre: Officer) -> None:
    page = brought(centre, files.geojson([WEST], {"代码": [VILLAGE]}))
    centre.post(f"{page}/choose", system="cgcs2000", village_code="代码")
    work()
    assert centre.post(f"{page}/drop").status_code == 302
    assert centre.post(f"{page}/confirm").status_code == 409
    assert "已放弃" in text_of(centre.get(page))


def test_the_ways_to_it(centre: Officer) -> None:
    for page in (f"/console/grids/{TOWNSHIP}", "/console/map", "/console/lists"):
        assert "/console/geodata" in text_of(centre.get(page))


def test_before_a_file_is_read_there_is_neither_a_picture_of_it_nor_a_remainder(
    centre: Officer,
) -> None:
    layer = ([WEST], {"村代码": [VILLAGE]})
    page = brought(centre, files.geopackage({"甲": layer, "乙": layer}))
    assert centre.get(f"{page}/sketch.svg").status_code == 200
    assert centre.get(f"{page}/left-out.xlsx").status_code == 404


def test_what_is_shown_to_somebody_is_kept_on_no_machine(centre: Officer) -> None:
    for page in ("/console/geodata", AT, "/console/", "/console/prints", "/console/lists"):
        assert centre.get(page)["Cache-Control"] == "private, no-store"

"""Files are read whatever wrote them, and what cannot be read says why in one sentence."""

from __future__ import annotations

import math
import struct
from io import BytesIO
from zipfile import ZipFile

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Transformer

from tests.insight.geodata import files
from wangge.config.language import WORDS
from wangge.insight.geodata.adapters import packed
from wangge.insight.geodata.adapters.opening import features_of, opened
from wangge.insight.geodata.queries.known_names import recognised
from wangge.insight.geodata.rules import systems
from wangge.insight.geodata.rules.choosing import roles_of
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.layers import Form, UnreadableGeodata
from wangge.insight.geodata.rules.systems import converted, recognise
from wangge.lib.coordinate_text import UnreadableCoordinate, coordinate
from wangge.lib.coordinates import Crs, Point, distance_m, from_cgcs2000

SQUARE = shapely.box(111.58, 25.51, 111.59, 25.52)
NAMES = {"村名": ["天鹅岭村"], "村代码": [431124212217.0]}
LONGITUDES, LATITUDES = st.floats(111.2, 112.0), st.floats(25.1, 25.9)
PROJECTIONS = [int(value[5:]) for value, _ in systems.choices("", 111.6) if "epsg" in value]
WHERE = lambda fields: recognised(("lon", "lat"), fields)  # noqa: E731


def read(content: bytes, layer: str = ""):
    form, layers, whole = opened(content, WHERE)
    told = WHERE(layers[0].fields)
    name = layer or layers[0].name
    return features_of(form, whole, name, told.get("lon", ""), told.get("lat", ""))


@pytest.mark.parametrize("encoding", ["GBK", "UTF-8"])
def test_a_shapefile_is_read_in_either_encoding(encoding: str) -> None:
    found = read(files.shapefile([SQUARE], NAMES, encoding=encoding))
    assert found.said("村名", 0) == "天鹅岭村"
    assert found.said("村代码", 0) == "431124212217"
    assert shapely.equals(found.geometries[0], SQUARE)


def test_what_the_cpg_says_of_the_encoding_may_be_wrong() -> None:
    content = files.shapefile(
        [SQUARE], NAMES, without=[".cpg"], more={"村界.cpg": b"UTF-8"}, encoding="GBK"
    )
    assert read(content).said("村名", 0) == "天鹅岭村"


def test_every_format_is_told_by_its_content() -> None:
    contents = {
        Form.SHAPEFILE: files.shapefile([SQUARE], NAMES),
        Form.GEOPACKAGE: files.geopackage({"a": ([SQUARE], NAMES)}),
        Form.GEOJSON: files.geojson([SQUARE], NAMES),
        Form.EXCEL: files.sheet(["村名", "经度", "纬度"], ["天鹅岭村", "111.5", "25.5"]),
    }
    assert {form: opened(content, WHERE)[0] for form, content in contents.items()} == {
        form: form for form in contents
    }
    for name, content in (
        ("a.gpkg", contents[Form.GEOPACKAGE]),
        ("a.geojson", contents[Form.GEOJSON]),
    ):
        assert opened(files.packed({name: content}), WHERE)[2] == content


def test_layers_of_a_package_introduce_themselves() -> None:
    content = files.geopackage(
        {"村界": ([SQUARE], NAMES), "点": ([SQUARE.centroid] * 2, {"n": ["1", "2"]})}
    )
    _, layers, _ = opened(content, WHERE)
    assert [(each.name, each.count, each.declared) for each in layers] == [
        ("村界", 1, "EPSG:4490"),
        ("点", 2, "EPSG:4490"),
    ]
    several = files.shapefile(
        [SQUARE], NAMES, more=_members(files.shapefile([SQUARE], NAMES, name="b"))
    )
    assert [each.name for each in opened(several, WHERE)[1]] == ["b", "村界"]
    assert len(read(several, "b")) == 1


def test_heights_are_left_out_and_that_is_said() -> None:
    high = shapely.force_3d(SQUARE, 400.0)
    for content in (files.geojson([high], NAMES), files.shapefile([high], NAMES)):
        found = read(content)
        assert not found.geometries[0].has_z
        assert [note.code for note in found.notes] == ["geodata.note.heights"]


def _members(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def _locked_zip() -> bytes:
    raw = bytearray(files.packed({"a.shp": b"x"}))
    place = raw.index(b"PK\x01\x02") + 8
    raw[place : place + 2] = struct.pack("<H", 1)
    return bytes(raw)


_WHOLE = files.shapefile([SQUARE], NAMES)
BROKEN = {
    "nothing": (b"", "geodata.file.empty"),
    "a text": ("这是说明".encode(), "geodata.file.unknown"),
    "half a zip": (_WHOLE[: len(_WHOLE) // 2], "geodata.file.zip_broken"),
    "an empty zip": (files.packed({}), "geodata.file.empty"),
    "a zip of other things": (files.packed({"a.txt": b"x"}), "geodata.file.zip_without"),
    "several files": (files.packed({"a.gpkg": b"", "b.gpkg": b""}), "geodata.file.zip_several"),
    "a locked zip": (_locked_zip(), "geodata.file.zip_locked"),
    "rar": (b"Rar!\x1a\x07", "geodata.file.other_packer"),
    "only .shp": (b"\x00\x00\x27\x0a" + b"\0" * 96, "geodata.file.bare_shapefile"),
    "no .dbf": (files.shapefile([SQUARE], NAMES, without=[".dbf"]), "geodata.file.part_missing"),
    "no .shx": (files.shapefile([SQUARE], NAMES, without=[".shx"]), "geodata.file.part_missing"),
    "no features": (files.geojson([], {}), "geodata.file.empty"),
    "half a json": (b'{"type": "FeatureCollection", "features": [', "geodata.file.json_broken"),
    "deep json": (b'{"a":' + b"[" * 200_000, "geodata.file.json_broken"),
    "no geojson": (b'{"a": 1}', "geodata.file.not_geojson"),
    "a list": (b"[1]", "geodata.file.not_geojson"),
    "half a package": (b"SQLite format 3\0" + b"\0" * 100, "geodata.file.damaged"),
    "broken .shp": (
        files.packed({f"a{end}": b"\xff" * 40 for end in (".shp", ".shx", ".dbf")}),
        "geodata.file.damaged",
    ),
    "a sheet with a header": (files.sheet(["经度", "纬度"]), "geodata.file.empty"),
    "a locked workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 40 + "EncryptedPackage".encode("utf-16-le"),
        "geodata.file.excel_locked",
    ),
    "no workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "lists.unreadable"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_says_why(name: str) -> None:
    content, code = BROKEN[name]
    with pytest.raises(UnreadableGeodata) as refused:
        opened(content, WHERE)
    assert refused.value.message.code == code
    for language in ("zh", "en"):
        assert WORDS.say(refused.value.message, language)


def test_a_bomb_is_told_by_its_table_of_contents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_UNPACKED", 2**20)
    bomb = files.packed({"a.shp": b"\0" * 2**21})
    assert len(bomb) < 2**14
    with pytest.raises(UnreadableGeodata) as refused:
        opened(bomb, WHERE)
    assert refused.value.message.code == "geodata.file.zip_grows"


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"SQLite format 3\0", b"{", b"\xd0\xcf\x11\xe0"]),
)
def test_no_content_is_more_than_unreadable(content: bytes, beginning: bytes) -> None:
    with pytest.raises(UnreadableGeodata):
        opened(beginning + content, WHERE)


def test_a_missing_prj_leaves_the_system_to_the_figures() -> None:
    transformer = Transformer.from_crs("EPSG:4490", "EPSG:4525", always_xy=True)
    square = shapely.transform(
        SQUARE, lambda p: np.column_stack(transformer.transform(p[:, 0], p[:, 1]))
    )
    layer = opened(files.shapefile([square], NAMES, without=[".prj"]), WHERE)[1][0]
    assert layer.declared == ""
    guess = recognise(layer.declared, layer.bounds, 111.6)
    assert (guess.system, guess.swapped) == ("epsg:4525", False)


@given(
    LONGITUDES,
    LATITUDES,
    st.sampled_from(["gcj02", "bd09", "wgs84", *(f"epsg:{code}" for code in PROJECTIONS)]),
    st.booleans(),
)
def test_every_system_leads_back_within_a_metre(
    lon: float, lat: float, system: str, swapped: bool
) -> None:
    there = Point(lon, lat)
    if system.startswith("epsg:"):
        transformer = Transformer.from_crs("EPSG:4490", system, always_xy=True)
        written = transformer.transform(lon, lat)
    else:
        written = from_cgcs2000(there, Crs(system))
    point = shapely.Point(written[::-1] if swapped else written)
    back = converted(np.array([point], dtype=object), system, "", swapped=swapped)[0]
    assert distance_m(Point(back.x, back.y), there) < 1


@given(
    LONGITUDES,
    LATITUDES,
    st.sampled_from(PROJECTIONS),
    st.booleans(),
)
def test_metres_are_recognised_whichever_comes_first(
    lon: float, lat: float, code: int, swapped: bool
) -> None:
    x, y = Transformer.from_crs("EPSG:4490", f"EPSG:{code}", always_xy=True).transform(lon, lat)
    bounds = (y, x, y, x) if swapped else (x, y, x, y)
    guess = recognise("", bounds, 111.6)
    assert guess.swapped is swapped
    back = converted(
        np.array([shapely.Point(bounds[:2])], dtype=object), guess.system, "", swapped=swapped
    )[0]
    assert distance_m(Point(back.x, back.y), Point(lon, lat)) < 1


def test_latitude_first_is_recognised_even_where_a_system_is_declared() -> None:
    guess = recognise("EPSG:4326", (25.1, 111.2, 25.2, 111.3), 111.6)
    assert (guess.system, guess.swapped) == ("declared", True)


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        (None, "EPSG:4326"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "OGC:CRS84"),
        ("urn:ogc:def:crs:EPSG::4546", "EPSG:4546"),
        ("EPSG:4490", "EPSG:4490"),
        ("+proj=longlat +nadgrids=/etc/hosts", ""),
        ("CGCS2000", ""),
    ],
)
def test_a_geojson_names_its_system_by_code_or_not_at_all(name: str | None, declared: str) -> None:
    layer = opened(files.geojson([SQUARE], NAMES, crs=name), WHERE)[1][0]
    assert layer.declared == declared
    assert declared == "" or "declared" in dict(systems.choices(layer.declared, 111.6))


def test_another_datum_is_not_converted() -> None:
    guess = recognise("EPSG:2383", (500_000.0, 2_800_000.0, 500_001.0, 2_800_001.0), 111.6)
    assert (guess.system, guess.why.code) == ("", "geodata.system.foreign")
    assert "declared" not in [value for value, _ in systems.choices("EPSG:2383", 111.6)]


def test_a_declared_system_that_the_figures_contradict() -> None:
    guess = recognise("EPSG:4326", (558_000.0, 2_822_000.0, 559_000.0, 2_823_000.0), 111.6)
    assert (guess.system, guess.why.code) == ("epsg:4546", "geodata.recognised.contradicts")


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("111.5860", 111.586),
        ("111°35′9.6″", 111.586),
        ("111度35分9.6秒", 111.586),
        ("E111°35'9.6\"", 111.586),
        ("东经 111° 35′", 111 + 35 / 60),
        ("２５．５", 25.5),
        ("25°30'N", 25.5),
        ("25:30:36 S", -25.51),
        ("37558307.682", 37558307.682),
        ("37,558,307.5", 37558307.5),
    ],
)
def test_degrees_are_read_as_people_write_them(text: str, degrees: float) -> None:
    assert math.isclose(coordinate(text), degrees, abs_tol=1e-9)


@pytest.mark.parametrize("text", ["", "不详", "111°75′", "1e5", "--3", "111°35′10″11"])
def test_what_is_no_coordinate_is_refused(text: str) -> None:
    with pytest.raises(UnreadableCoordinate):
        coordinate(text)


@given(
    st.integers(0, 179),
    st.integers(0, 59),
    st.integers(0, 59),
    st.sampled_from(["°′″", "度分秒", "°'\""]),
)
def test_degrees_minutes_and_seconds_add_up(
    degrees: int, minutes: int, seconds: int, marks: str
) -> None:
    text = f"{degrees}{marks[0]}{minutes}{marks[1]}{seconds}{marks[2]}"
    assert math.isclose(coordinate(text), degrees + minutes / 60 + seconds / 3600)


def test_columns_are_recognised_in_both_languages() -> None:
    roles = roles_of(Holding.HOUSEHOLDS, Form.EXCEL)
    chinese = ["序号", "乡镇", "行政村", "组别", "户主姓名", "人口", "经度", "纬度"]
    assert recognised(roles, chinese) == {
        "lon": "经度",
        "lat": "纬度",
        "village_name": "行政村",
        "township_name": "乡镇",
        "group": "组别",
        "head_name": "户主姓名",
        "persons": "人口",
    }
    english = ["Village Code", "GROUP", "Head", "X", "Y"]
    assert recognised(roles, english) == {
        "lon": "X",
        "lat": "Y",
        "village_code": "Village Code",
        "group": "GROUP",
        "head_name": "Head",
    }

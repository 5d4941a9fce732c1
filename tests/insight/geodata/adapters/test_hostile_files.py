"""A file opens nothing but itself, runs nothing, and does not bring the server down."""

from __future__ import annotations

import json
import sqlite3
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import shapely

from tests.insight.geodata import files
from wangge.insight.geodata.adapters.opening import opened
from wangge.insight.geodata.rules.layers import UnreadableGeodata
from wangge.insight.geodata.rules.limits import MOST_FIELDS
from wangge.insight.lists.adapters.sheets import UnreadableSheet, read_sheet

SQUARE = shapely.box(111.58, 25.51, 111.59, 25.52)
NAMES = {"n": ["x"]}


def refusal(content: bytes) -> str:
    with pytest.raises(UnreadableGeodata) as refused:
        opened(content, lambda fields: {})
    return refused.value.message.code


def test_what_only_calls_itself_a_shapefile_opens_no_other_file(tmp_path: Path) -> None:
    """GDAL takes such a text for a virtual file, and opens whatever path or address it names."""
    secret = tmp_path / "secret.csv"
    secret.write_text("name,lon,lat\nsecret,111,26\n")
    forged = (
        f"<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{secret}</SrcDataSource>"
        "<GeometryField encoding='PointFromColumns' x='lon' y='lat'/>"
        "</OGRVRTLayer></OGRVRTDataSource>"
    ).encode()
    content = files.shapefile([SQUARE], NAMES, name="a", without=[".shp"], more={"a.shp": forged})
    assert refusal(content) == "geodata.file.damaged"


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
        " SELECT x FROM c",
        "CREATE VIRTUAL TABLE v USING fts5(x)",
        "CREATE TABLE v (a INTEGER, b AS (hex(zeroblob(100000000))))",
    ],
    ids=["view", "virtual", "computed"],
)
def test_a_geopackage_that_computes_is_not_opened(tmp_path: Path, statement: str) -> None:
    path = tmp_path / "a.gpkg"
    path.write_bytes(files.geopackage({"a": ([SQUARE], NAMES)}))
    base = sqlite3.connect(path)
    base.execute(statement)
    base.commit()
    base.close()
    assert refusal(path.read_bytes()) == "geodata.file.computes"


def test_a_database_that_is_no_geopackage_is_not_opened(tmp_path: Path) -> None:
    base = sqlite3.connect(tmp_path / "a.gpkg")
    base.execute("CREATE TABLE t (a)")
    base.commit()
    base.close()
    assert refusal((tmp_path / "a.gpkg").read_bytes()) == "geodata.file.damaged"


def test_a_cell_at_the_end_of_the_sheet_does_not_end_the_server() -> None:
    """A few hundred bytes that ask for half a terabyte of memory."""
    content = _replaced(files.sheet(["a", "b"], ["x", "y"]), b'r="B2"', b'r="XFD1048576"')
    with pytest.raises(UnreadableSheet):
        read_sheet(content, most_rows=9)
    assert refusal(content) == "lists.unreadable"


def test_a_sheet_of_another_kind_inside_a_zip_is_no_excel_file() -> None:
    other = files.packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
    assert refusal(files.packed({"a.xlsx": other})) == "lists.unreadable"


def test_a_column_for_every_feature_is_refused() -> None:
    features = [
        {"type": "Feature", "geometry": None, "properties": {f"p{number}": 1}}
        for number in range(MOST_FIELDS + 1)
    ]
    document = {"type": "FeatureCollection", "features": features}
    assert refusal(json.dumps(document).encode()) == "geodata.file.too_wide"


def test_one_zip_holds_no_thousand_shapefiles() -> None:
    parts = {f"{number}.shp": b"" for number in range(101)}
    assert refusal(files.packed(parts)) == "geodata.file.too_many_layers"


def _replaced(content: bytes, old: bytes, new: bytes) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(written, "w") as into:
        for name in source.namelist():
            into.writestr(name, source.read(name).replace(old, new))
    return written.getvalue()

"""The county's own pictures: cut where they lie, handed out to the right people, and refused in words."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from django.conf import settings
from django.contrib.gis.gdal import GDALRaster
from django.core.management import CommandError, call_command
from django.test import Client
from PIL import Image

from tests.insight.maps.ground import tile_at
from tests.interfaces.console.officers import Officer
from wangge.insight.maps.adapters.imagery.loading import Wishes, load, remove
from wangge.insight.maps.adapters.imagery.picture import picture
from wangge.insight.maps.adapters.imagery.service import NoPicture
from wangge.insight.maps.adapters.imagery.sets import ImagerySet, imagery_set, imagery_sets, tile_of
from wangge.insight.maps.adapters.imagery.sources import source_of
from wangge.insight.maps.adapters.imagery.writing import write_set
from wangge.lib.coordinates import Point, to_metres
from wangge.lib.invalid import Invalid
from wangge.lib.web_tile import Box, WebTile, in_web_metres

CENTRE = (111.60, 25.50)
RED, BLUE = (200, 30, 30), (30, 30, 200)
PIXEL = 10.0  # metres


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(settings, "STATE", tmp_path / "state")
    return iter((tmp_path,))


def aerial(path: Path, *, srid: int | None = 4546, bands: int = 3, kind: int = 1) -> Path:
    """4 km × 4 km around the centre: red in the west, blue in the east."""
    side = 400
    east, north = to_metres(Point(*CENTRE))
    west_is_red = np.arange(side) < side / 2
    colours = [
        np.tile(np.where(west_is_red, r, b), (side, 1)) for r, b in zip(RED, BLUE, strict=True)
    ]
    types = {1: np.uint8, 2: np.uint16}
    GDALRaster(
        {
            "driver": "GTiff",
            "name": str(path),
            "width": side,
            "height": side,
            "srid": srid or 4546,
            "datatype": kind,
            "origin": (east - side / 2 * PIXEL, north + side / 2 * PIXEL),
            "scale": (PIXEL, -PIXEL),
            "bands": [{"data": band.astype(types[kind])} for band in colours[:bands]],
        }
    )
    return path


def loaded(path: Path, **wishes: object) -> ImagerySet:
    load(path, Wishes(**{"key": "own", "name": "影像", **wishes}))  # type: ignore[arg-type]
    found = imagery_set("own")
    assert found is not None
    return found


def colour_at(imagery: ImagerySet, lon: float, lat: float, zoom: int) -> tuple[int, ...]:
    tile = tile_at(zoom, (lon, lat))
    data = tile_of(imagery, tile)
    assert data is not None
    metres = in_web_metres(Box(lon, lat, lon, lat))
    share = (metres.west - tile.box.west) / (tile.box.east - tile.box.west)
    down = (tile.box.north - metres.north) / (tile.box.north - tile.box.south)
    shown = Image.open(io.BytesIO(data)).convert("RGBA")
    return shown.getpixel((int(share * 256), int(down * 256)))  # type: ignore[return-value]


def near(shown: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(shown[:3], wanted, strict=True)) and shown[3] == 255


@pytest.mark.parametrize("zoom", [10, 12, 14])
def test_a_picture_lies_where_it_belongs(tmp_path: Path, zoom: int) -> None:
    imagery = loaded(aerial(tmp_path / "a.tif"))
    assert near(colour_at(imagery, CENTRE[0] - 0.005, CENTRE[1], zoom), RED)
    assert near(colour_at(imagery, CENTRE[0] + 0.005, CENTRE[1], zoom), BLUE)
    assert imagery.last_zoom == 14
    west, south, east, north = imagery.box
    assert west < CENTRE[0] - 0.019 < CENTRE[0] + 0.019 < east
    assert south < CENTRE[1] - 0.017 < CENTRE[1] + 0.017 < north


def test_beside_the_picture_there_is_nothing(tmp_path: Path) -> None:
    imagery = loaded(aerial(tmp_path / "a.tif"))
    assert colour_at(imagery, CENTRE[0] - 0.021, CENTRE[1], 10)[3] == 0
    assert tile_of(imagery, tile_at(14, (CENTRE[0] - 1, CENTRE[1]))) is None


def test_a_picture_with_a_world_file_needs_the_name_of_its_system(tmp_path: Path) -> None:
    east, north = to_metres(Point(*CENTRE))
    Image.new("RGB", (400, 400), RED).save(tmp_path / "b.png")
    corner = (PIXEL, 0, 0, -PIXEL, east - 2000 + PIXEL / 2, north + 2000 - PIXEL / 2)
    (tmp_path / "b.pgw").write_text("\n".join(map(str, corner)))
    with pytest.raises(Invalid) as wrong:
        loaded(tmp_path / "b.png")
    assert wrong.value.message.code == "imagery.wrong.no_place"
    imagery = loaded(tmp_path / "b.png", crs="EPSG:4546")
    assert near(colour_at(imagery, *CENTRE, 14), RED)


@pytest.mark.parametrize(("bands", "kind"), [(2, 1), (3, 2)])
def test_other_bands_are_refused(tmp_path: Path, bands: int, kind: int) -> None:
    with pytest.raises(Invalid) as wrong:
        loaded(aerial(tmp_path / "c.tif", bands=bands, kind=kind))
    assert wrong.value.message.code == "imagery.wrong.bands"
    assert imagery_sets() == []


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d.tif").write_text("no picture")
    (tmp_path / "d.mbtiles").write_text("no tiles")
    with pytest.raises(Invalid, match="no_place"):
        loaded(tmp_path / "d.tif")
    with pytest.raises(Invalid, match="no_pictures"):
        loaded(tmp_path / "d.mbtiles")
    with pytest.raises(Invalid, match="no_file"):
        loaded(tmp_path / "e.tif")
    with pytest.raises(Invalid, match="key"):
        loaded(tmp_path / "d.tif", key="../up")


def test_tiles_that_are_ready_are_taken_over(tmp_path: Path) -> None:
    loaded(aerial(tmp_path / "a.tif"), public=True)
    ready = tmp_path / "ready.mbtiles"
    (settings.STATE / "imagery" / "own.mbtiles").rename(ready)
    imagery = loaded(ready, name="新影像", credit="某局")
    assert (imagery.name, imagery.credit, imagery.public) == ("新影像", "某局", False)
    assert near(colour_at(imagery, CENTRE[0] - 0.005, CENTRE[1], 12), RED)
    with closing(sqlite3.connect(ready)) as untouched:
        said = dict(untouched.execute("SELECT name, value FROM metadata"))
    assert said["wangge_public"] == "1"


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    before = loaded(aerial(tmp_path / "a.tif"))
    target = settings.STATE / "imagery" / "own.mbtiles"

    def breaks(tile: WebTile) -> Image.Image:
        raise OSError(tile)

    with pytest.raises(OSError, match="WebTile"):
        write_set(target, breaks, box=in_web_metres(before.box), deepest=14, metadata={})
    assert imagery_set("own") == before


def test_paper_gets_one_picture(tmp_path: Path) -> None:
    """In the projection of paper: the border is upright there, and it is not in web tiles."""
    imagery = source_of(loaded(aerial(tmp_path / "a.tif")))
    east, north = to_metres(Point(*CENTRE))
    sheet = picture(imagery, Box(east - 1000, north - 1500, east + 1000, north), 400)
    assert sheet.size == (400, 300)
    for y in (5, 150, 295):
        assert near(sheet.getpixel((196, y)), RED)  # type: ignore[arg-type]
        assert near(sheet.getpixel((204, y)), BLUE)  # type: ignore[arg-type]


def test_beyond_its_edge_there_is_no_picture(tmp_path: Path) -> None:
    imagery = source_of(loaded(aerial(tmp_path / "a.tif")))
    east, north = to_metres(Point(*CENTRE))
    half = picture(imagery, Box(east, north, east + 4000, north + 1000), 400)
    assert half.getpixel((50, 50))[3] == 255  # type: ignore[index]
    assert half.getpixel((350, 50))[3] == 0  # type: ignore[index]
    with pytest.raises(NoPicture):
        picture(imagery, Box(east + 90_000, north, east + 91_000, north + 1000), 400)


@pytest.mark.django_db
def test_officials_see_what_is_not_for_everybody(tmp_path: Path) -> None:
    loaded(aerial(tmp_path / "a.tif"))
    tile = tile_at(14, CENTRE)
    address = f"/imagery/own/{tile.z}/{tile.x}/{tile.y}"
    official = Officer.signed_in("grid_worker")
    assert Client().get(address).status_code == 404
    assert official.get(address)["Content-Type"].startswith("image/")
    assert official.get(address)["Cache-Control"].startswith("private")
    loaded(aerial(tmp_path / "a.tif"), public=True)
    assert Client().get(address)["Cache-Control"].startswith("public")
    for nothing in ("/imagery/own/14/0/0", "/imagery/other/14/0/0", f"/imagery/own/40/{10**30}/0"):
        assert official.get(nothing).status_code == 404


def test_the_command_loads_lists_and_removes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command(
        "imagery", "load", str(aerial(tmp_path / "a.tif")), "--name", "2025", "--zoom", "12"
    )
    assert "own: 2025, z6–12, 仅工作人员可见" in capsys.readouterr().out
    call_command("imagery", "list")
    assert "own: 2025" in capsys.readouterr().out
    call_command("imagery", "remove", "own")
    assert imagery_sets() == []
    assert not remove("own")
    with pytest.raises(CommandError, match="own"):
        call_command("imagery", "remove", "own")
    with pytest.raises(CommandError, match="没有文件"):
        call_command("imagery", "load", str(tmp_path / "none.tif"))

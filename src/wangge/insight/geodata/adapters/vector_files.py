"""Shapefiles and GeoPackages, read by GDAL from a folder that lives as long as the reading."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, TypeVar
from zipfile import ZipInfo

import numpy as np
import pyogrio  # type: ignore[import-untyped]
import shapely
from pyogrio.errors import DataLayerError, DataSourceError  # type: ignore[import-untyped]
from pyogrio.raw import read  # type: ignore[import-untyped]

from wangge.insight.geodata.adapters.geopackage import check_tables
from wangge.insight.geodata.adapters.packed import members_of, taken_out
from wangge.insight.geodata.rules.layers import Features, Layer, UnreadableGeodata, text_of
from wangge.lib.message import Message

T = TypeVar("T")

_NEEDED: Final = (".shp", ".shx", ".dbf")
_TAKEN: Final = (*_NEEDED, ".prj", ".cpg")
_SHAPES_BEGIN: Final = b"\x00\x00\x27\x0a"
"""What names itself otherwise, GDAL would take for what it looks like: a text that has it open other
files and addresses, say. Only this is no beginning of any text."""

_MOST_LAYERS: Final = 100
_ENCODINGS: Final = ("utf-8", "gb18030")
"""Tried in this order: text in GBK is hardly ever lawful UTF-8, while the reverse often happens."""


def shapefiles_in(content: bytes) -> list[str]:
    """The names of the Shapefiles in a zip, without their ending."""
    return sorted(name[:-4] for name in members_of(content) if name.lower().endswith(".shp"))


def shapefile_layers(content: bytes) -> tuple[Layer, ...]:
    """The Shapefiles of a zip. UnreadableGeodata where a part of one is missing or broken."""
    names = shapefiles_in(content)
    _check_number(names)
    return tuple(_of_shapefile(content, name, _layer) for name in names)


def shapefile_features(content: bytes, layer: str) -> Features:
    """The features of one Shapefile of a zip."""
    return _of_shapefile(content, layer, lambda path, name: _features(path, None))


def geopackage_layers(content: bytes) -> tuple[Layer, ...]:
    """The layers of a GeoPackage that have geometry."""
    with _lying(content) as path, _gdal():
        names = [name for name, geometry in pyogrio.list_layers(path) if geometry is not None]
        if not names:
            raise UnreadableGeodata(Message("geodata.file.no_layers"))
        _check_number(names)
        return tuple(_layer(path, name, layer=name) for name in names)


def geopackage_features(content: bytes, layer: str) -> Features:
    """The features of one layer of a GeoPackage."""
    with _lying(content) as path:
        return _features(path, layer)


def _check_number(names: Sequence[str]) -> None:
    if len(names) > _MOST_LAYERS:
        raise UnreadableGeodata(Message("geodata.file.too_many_layers", most=_MOST_LAYERS))


def _of_shapefile(content: bytes, name: str, what: Callable[[Path, str], T]) -> T:
    parts = _parts(members_of(content), name)
    for ending in _NEEDED:
        if ending not in parts:
            missing = f"{Path(name).name}{ending}"
            raise UnreadableGeodata(Message("geodata.file.part_missing", part=missing))
    if not taken_out(content, parts[".shp"]).startswith(_SHAPES_BEGIN):
        raise UnreadableGeodata(Message("geodata.file.damaged"))
    with TemporaryDirectory(prefix="geodata-") as folder:
        for ending, member in parts.items():
            # the encoding is tried out; what the file says of it is wrong as often as right
            if ending != ".cpg":
                Path(folder, f"layer{ending}").write_bytes(taken_out(content, member))
        return what(Path(folder, "layer.shp"), name)


def _parts(members: Mapping[str, ZipInfo], name: str) -> dict[str, ZipInfo]:
    """The parts of a Shapefile by their ending; Windows does not care for capitals."""
    found = {each.lower(): member for each, member in members.items()}
    stem = name.lower()
    return {ending: found[stem + ending] for ending in _TAKEN if stem + ending in found}


@contextmanager
def _lying(content: bytes) -> Iterator[Path]:
    with TemporaryDirectory(prefix="geodata-") as folder:
        path = Path(folder, "layer.gpkg")
        path.write_bytes(content)
        check_tables(path)
        yield path


def _layer(path: Path, name: str, *, layer: str | None = None) -> Layer:
    found = _readable(lambda code: pyogrio.read_info(path, layer=layer, encoding=code))
    bounds = found["total_bounds"]
    count = int(found["features"])
    whole = bounds is not None and count > 0 and bool(np.isfinite(bounds).all())
    return Layer(
        name,
        tuple(map(str, found["fields"])),
        count,
        found["crs"] or "",
        (float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3])) if whole else None,
    )


def _features(path: Path, layer: str | None) -> Features:
    meta, _, geometry, columns = _readable(lambda code: read(path, layer=layer, encoding=code))
    shapes = shapely.from_wkb(geometry, on_invalid="ignore")
    notes: tuple[Message, ...] = ()
    if bool(shapely.has_z(shapes).any()):
        notes = (Message("geodata.note.heights"),)
    return Features(
        1,
        shapely.force_2d(shapes),
        dict(zip(map(str, meta["fields"]), map(_texts, columns), strict=True)),
        notes=notes,
    )


def _texts(column: Sequence[Any]) -> list[str]:
    return [text_of(value) for value in column]


def _readable(of: Callable[[str], Any]) -> Any:
    """What is read in the first encoding that fits every letter."""
    with _gdal():
        for encoding in _ENCODINGS:
            try:
                return of(encoding)
            except UnicodeDecodeError:
                continue
    raise UnreadableGeodata(Message("geodata.file.letters"))


@contextmanager
def _gdal() -> Iterator[None]:
    """GDAL's complaints become one sentence; its mere warnings are not for the person."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except (DataSourceError, DataLayerError, shapely.errors.GEOSException, ValueError) as error:
            if isinstance(error, UnreadableGeodata | UnicodeDecodeError):
                raise
            raise UnreadableGeodata(Message("geodata.file.damaged")) from error

"""What a file is by its content, and which layers it has."""

from __future__ import annotations

from typing import Final

from wangge.insight.geodata.adapters.geojson import geojson_features, geojson_layer
from wangge.insight.geodata.adapters.packed import members_of, taken_out
from wangge.insight.geodata.adapters.sheet import COMPOUND, Where, sheet_features, sheet_layer
from wangge.insight.geodata.adapters.vector_files import (
    geopackage_features,
    geopackage_layers,
    shapefile_features,
    shapefile_layers,
    shapefiles_in,
)
from wangge.insight.geodata.rules.layers import Features, Form, Layer, UnreadableGeodata
from wangge.insight.geodata.rules.limits import MOST_FEATURES, MOST_FIELDS
from wangge.lib.message import Message

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_SQLITE: Final = b"SQLite format 3\0"
_BARE_SHAPEFILE: Final = b"\x00\x00\x27\x0a"
_OTHER_PACKERS: Final = (b"Rar!", b"7z\xbc\xaf")
_PACKABLE: Final = (".gpkg", ".geojson", ".json", ".xlsx", ".xls")


def opened(content: bytes, where: Where) -> tuple[Form, tuple[Layer, ...], bytes]:
    """Format, layers, and the content itself (out of its zip, if it was one file in a zip).

    `where` finds the columns of a sheet that hold coordinates.
    UnreadableGeodata with the sentence for the person, for whatever cannot be read.
    """
    content = _unwrapped(content)
    form = _form_of(content)
    layers = _layers(form, content, where)
    if not any(layer.count for layer in layers):
        raise UnreadableGeodata(Message("geodata.file.empty"))
    if any(layer.count > MOST_FEATURES for layer in layers):
        raise UnreadableGeodata(Message("geodata.file.too_many", most=MOST_FEATURES))
    if any(len(layer.fields) > MOST_FIELDS for layer in layers):
        raise UnreadableGeodata(Message("geodata.file.too_wide", most=MOST_FIELDS))
    return form, layers, content


def features_of(form: Form, content: bytes, layer: str, lon: str = "", lat: str = "") -> Features:
    """The features of a layer; `lon` and `lat` are the columns of a sheet that say where."""
    match form:
        case Form.SHAPEFILE:
            return shapefile_features(content, layer)
        case Form.GEOPACKAGE:
            return geopackage_features(content, layer)
        case Form.GEOJSON:
            return geojson_features(content)
        case Form.EXCEL:
            return sheet_features(content, lon, lat)


def _layers(form: Form, content: bytes, where: Where) -> tuple[Layer, ...]:
    match form:
        case Form.SHAPEFILE:
            return shapefile_layers(content)
        case Form.GEOPACKAGE:
            return geopackage_layers(content)
        case Form.GEOJSON:
            return (geojson_layer(content),)
        case Form.EXCEL:
            return (sheet_layer(content, where),)


def _unwrapped(content: bytes) -> bytes:
    """The one file of a zip that holds no Shapefile; everything else as it is."""
    if not content.startswith(_ZIP):
        return content
    members = members_of(content)
    if "xl/workbook.xml" in members or shapefiles_in(content):
        return content
    inside = [each for name, each in members.items() if name.lower().endswith(_PACKABLE)]
    if len(inside) == 1:
        return taken_out(content, inside[0])
    code = "geodata.file.zip_several" if inside else "geodata.file.zip_without"
    raise UnreadableGeodata(Message(code))


def _form_of(content: bytes) -> Form:
    if not content.strip(b"\0 \r\n\t") or content.startswith(_EMPTY_ZIP):
        raise UnreadableGeodata(Message("geodata.file.empty"))
    if content.startswith(_ZIP):
        return Form.SHAPEFILE if shapefiles_in(content) else Form.EXCEL
    if content.startswith(_SQLITE):
        return Form.GEOPACKAGE
    if content.startswith(COMPOUND):
        return Form.EXCEL
    if content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}:
        return Form.GEOJSON
    if content.startswith(_BARE_SHAPEFILE):
        raise UnreadableGeodata(Message("geodata.file.bare_shapefile"))
    if content.startswith(_OTHER_PACKERS):
        raise UnreadableGeodata(Message("geodata.file.other_packer"))
    raise UnreadableGeodata(Message("geodata.file.unknown"))

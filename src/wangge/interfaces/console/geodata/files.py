"""The files of an import: the sketch, and the features that were left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from uuid import UUID

import shapely
from django.conf import settings
from django.http import HttpResponse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.insight.geodata.adapters.opening import features_of
from wangge.insight.geodata.models import GeodataFeature, GeodataImport
from wangge.insight.geodata.queries import imports as queries
from wangge.insight.geodata.rules.layers import Features
from wangge.insight.geodata.rules.layers import Form as FileForm
from wangge.insight.geodata.rules.states import FeatureState
from wangge.insight.lists.adapters.sheets import Cell, write_sheet
from wangge.insight.lists.rules.forms import Form
from wangge.interfaces.console.floor.downloads import attached
from wangge.interfaces.console.geodata.sketch import drawn
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


@require_GET
@signed_in(Permission.AREA_EDIT)
def sketch(request: Request, brought: UUID) -> HttpResponse:
    """The new features drawn over those of today."""
    found = queries.own_import(brought, request.full_actor)
    invented = settings.WORDS.say(Message("web.map.synthetic"), request.language)
    response = HttpResponse(drawn(found, invented), content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
@signed_in(Permission.AREA_EDIT)
def left_out(request: Request, brought: UUID, form: str) -> HttpResponse:
    """The features that were left out, in the form of the file, each with the reason."""
    if form not in {Form.EXCEL.value, Form.GEOJSON.value}:
        raise Refusal.not_found(Message("geodata.thing"))
    found = queries.own_import(brought, request.full_actor)
    states = [FeatureState.REFUSED, *([] if found.mends else [FeatureState.MENDABLE])]
    lines = list(queries.features_of(found).filter(state__in=states).order_by("number"))
    if not lines:
        raise Refusal.not_found(Message("geodata.thing"))
    features = _brought(found)
    language = request.language
    reasons = [_reasons(line, language) for line in lines]
    name = settings.WORDS.say(Message("geodata.left_out_file"), language)
    if form == Form.EXCEL:
        content = _sheet(lines, reasons, features, name, language)
        return attached(content, Form.EXCEL, name)
    return attached(_geojson(lines, reasons, features), Form.GEOJSON, name)


def _brought(found: GeodataImport) -> Features:
    chosen = queries.chosen_of(found)
    lon, lat = chosen.columns.get("lon", ""), chosen.columns.get("lat", "")
    content = queries.content_of(found.pk)
    return features_of(FileForm(found.form), content, chosen.layer, lon, lat)


def _reasons(line: GeodataFeature, language: str) -> str:
    said = tuple(Message.from_json(each) for each in line.reasons)
    words: str = settings.WORDS.say(Message("geodata.remarks", said=said), language)
    return words


def _sheet(
    lines: list[GeodataFeature],
    reasons: list[str],
    features: Features,
    title: str,
    language: str,
) -> bytes:
    words = (Message("geodata.column.number"), Message("geodata.column.reason"))
    number, reason = (settings.WORDS.say(each, language) for each in words)
    rows: Iterable[list[Cell]] = (
        [line.number, *_cells(line, features), why]
        for line, why in zip(lines, reasons, strict=True)
    )
    return write_sheet(title, [number, *features.columns, reason], rows)


def _cells(line: GeodataFeature, features: Features) -> list[str]:
    return [column[line.number - features.first] for column in features.columns.values()]


def _geojson(lines: list[GeodataFeature], reasons: list[str], features: Features) -> bytes:
    """In CGCS2000 degrees, which GeoJSON readers take for WGS-84: the same within centimetres."""
    listed = [
        {
            "type": "Feature",
            "properties": {
                **dict(zip(features.columns, _cells(line, features), strict=True)),
                "number": line.number,
                "reason": why,
            },
            "geometry": json.loads(shapely.to_geojson(shapely.from_wkb(bytes(line.shape.wkb))))
            if line.shape is not None
            else None,
        }
        for line, why in zip(lines, reasons, strict=True)
    ]
    return json.dumps(
        {"type": "FeatureCollection", "features": listed}, ensure_ascii=False
    ).encode()

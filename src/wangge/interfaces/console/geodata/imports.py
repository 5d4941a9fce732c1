"""Importing geodata: upload a file, say how to read it, look at the result, confirm."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wangge.access.permissions import Permission
from wangge.insight.geodata import operations
from wangge.insight.geodata.models import GeodataImport
from wangge.insight.geodata.queries import imports as queries
from wangge.insight.geodata.rules.holdings import Holding
from wangge.insight.geodata.rules.layers import Layer
from wangge.insight.geodata.rules.states import AT_WORK, FeatureState, ImportState
from wangge.interfaces.console.floor.form_page import form_page
from wangge.interfaces.console.floor.paths import grid_crumbs, path_within
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.geodata.forms import BringForm, ChooseForm, LayerForm
from wangge.interfaces.console.geodata.shown import (
    COLUMNS,
    WARNED,
    facts_of,
    feature_rows,
    notes_of,
    stats_of,
    tabs_of,
)
from wangge.interfaces.web.components.shapes import Column, Link, Row
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas

_LISTED = (
    Column(Message("geodata.column.file")),
    Column(Message("geodata.holding")),
    Column(Message("geodata.column.area")),
    Column(Message("geodata.column.state")),
    Column(Message("geodata.column.features"), "number"),
    Column(Message("geodata.column.brought_at"), "moment"),
)
_BEFORE_READING = (ImportState.OPENED, ImportState.FAILED)


@require_GET
@signed_in(Permission.AREA_EDIT)
def imports(request: Request) -> HttpResponse:
    """One's own imports, and the places one may import for."""
    actor = request.full_actor
    found = page_of(request, queries.imports_of(actor), ("-asked_at", "id"), size=20)
    mine = actor.areas(Permission.AREA_EDIT)
    names = areas.names_of({*mine, *(each.area_code for each in found.rows)})
    return console_page(
        request,
        "console/geodata/list.html",
        here="grids",
        found=found,
        columns=_LISTED,
        rows=[_row(each, names) for each in found.rows],
        actions=[
            Link(
                Message("geodata.bring_for", place=names.get(code, code)),
                reverse("geodata-bring", args=[code]),
            )
            for code in mine
        ],
    )


def _row(found: GeodataImport, names: dict[str, str]) -> Row:
    return Row(
        (
            found.file_name,
            Holding(found.holding).words,
            names.get(found.area_code, ""),
            found.stands.words,
            found.features or None,
            found.asked_at,
        ),
        href=reverse("geodata-import", args=[found.pk]),
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.AREA_EDIT)
def bring(request: Request, code: str) -> HttpResponse:
    """Upload a file for an area."""
    path = path_within(request, code, Permission.AREA_EDIT)
    by, at = request.actor, request.now
    form = BringForm(request.POST or None, request.FILES or None)

    def carry_out() -> str:
        file = form.cleaned_data["file"]
        file.seek(0)  # a door may run a view twice
        holding = Holding(form.cleaned_data["holding"])
        key = operations.bring(holding, file.name, file.read(), code, by=by, at=at)
        return reverse("geodata-choose", args=[key])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("geodata.bring"),
        lead=Message("geodata.bring_lead"),
        submit=Message("geodata.upload"),
        back=reverse("geodata"),
        crumbs=grid_crumbs(path),
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.AREA_EDIT)
def choose(request: Request, brought: UUID) -> HttpResponse:
    """Which layer, which coordinate system, which columns."""
    by, at = request.full_actor, request.now
    found = queries.own_import(brought, by)
    layers = [Layer.from_json(each) for each in found.layers]
    asked = request.GET.get("layer", queries.chosen_of(found).layer)
    layer = next((each for each in layers if each.name == asked), None)
    if layer is None:
        return _choose_layer(request, found, layers)
    form = ChooseForm(found, layer, request.POST or None)

    def carry_out() -> str:
        operations.choose(brought, form.chosen, by=by, at=at)
        return reverse("geodata-import", args=[brought])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=found.file_name,
        lead=Message(
            "geodata.choose_lead",
            form=Message(f"geodata.form.{found.form}"),
            count=layer.count,
            holding=Holding(found.holding).words,
        ),
        submit=Message("geodata.read"),
        back=reverse("geodata"),
        template="console/geodata/choose.html",
        other_layers=[each for each in layers if each.name != layer.name],
        reason=Message.from_json(found.reason) if found.reason else None,
    )


def _choose_layer(request: Request, found: GeodataImport, layers: list[Layer]) -> HttpResponse:
    """This only chooses an address: nothing is written until the rest is chosen too."""
    form = LayerForm(layers)
    return console_page(
        request,
        "console/geodata/layer.html",
        here="grids",
        title=found.file_name,
        form=form,
        submit=Message("geodata.next"),
        back=reverse("geodata"),
    )


@require_GET
@signed_in(Permission.AREA_EDIT)
def one(request: Request, brought: UUID) -> HttpResponse:
    """The state of an import: what it would do, feature by feature, drawn over today's lines."""
    found = queries.own_import(brought, request.full_actor)
    if found.stands in _BEFORE_READING:
        return redirect(reverse("geodata-choose", args=[brought]))
    tally = queries.tally(found)
    asked = request.GET.get("state", "")
    state = asked if asked == WARNED or asked in list(FeatureState) else ""
    lines = page_of(request, queries.features_of(found, state), ("number",))
    names = areas.names_of({code for line in lines.rows for code in line.villages[:3]})
    same = tally.unchanged
    coming = tally.of(FeatureState.ACCEPTED) - same
    return console_page(
        request,
        "console/geodata/import.html",
        here="grids",
        title=found.file_name,
        state=found.stands,
        waits=found.stands in AT_WORK,
        facts=facts_of(found, areas.names_of([found.area_code])),
        stats=stats_of(tally),
        notes=notes_of(found),
        tabs=tabs_of(request, tally, state),
        columns=COLUMNS,
        lines=lines,
        rows=[feature_rows(line, names) for line in lines.rows],
        sketch=reverse("geodata-sketch", args=[brought]) if tally.states else "",
        mendable=tally.of(FeatureState.MENDABLE),
        ready=found.stands == ImportState.READ and coming + tally.of(FeatureState.MENDABLE) > 0,
        readable=found.stands == ImportState.READ,
        outcome=Message(
            "geodata.confirm_outlook", coming=coming, same=same, left=_left(found, tally)
        ),
        left_out=_left(found, tally) if found.stands not in AT_WORK else 0,
        key=found.pk,
    )


def _left(found: GeodataImport, tally: queries.Tally) -> int:
    """How many features are left out: refused ones, and shapes that nobody agreed to repair."""
    unmended = 0 if found.mends else tally.of(FeatureState.MENDABLE)
    return tally.of(FeatureState.REFUSED) + unmended


@require_POST
@signed_in(Permission.AREA_EDIT)
def confirm(request: Request, brought: UUID) -> HttpResponse:
    """Have everything that was read written."""
    by, at = request.full_actor, request.now
    operations.confirm(brought, mends=bool(request.POST.get("mends")), by=by, at=at)
    return redirect(reverse("geodata-import", args=[brought]))


@require_POST
@signed_in(Permission.AREA_EDIT)
def drop(request: Request, brought: UUID) -> HttpResponse:
    """Give it up; what was written stays."""
    by, at = request.full_actor, request.now
    operations.drop(brought, by=by, at=at)
    return redirect(reverse("geodata"))

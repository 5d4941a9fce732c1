"""Lists out and in: ask for a file and fetch it, bring a sheet and see what became of its rows."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wangge.access.permissions import Permission
from wangge.insight.lists import operations
from wangge.insight.lists.adapters.files import header, say
from wangge.insight.lists.adapters.sheets import write_sheet
from wangge.insight.lists.models import ListExport, ListImport, RefusedRow
from wangge.insight.lists.operations.grids import GRIDS
from wangge.insight.lists.queries import own as queries
from wangge.insight.lists.queries.declared import incoming_of, outgoing_of
from wangge.insight.lists.rules.forms import Form, state_words
from wangge.interfaces.console.floor.downloads import attached
from wangge.interfaces.console.floor.form_page import form_page
from wangge.interfaces.console.floor.own_files import own_files
from wangge.interfaces.console.floor.paths import grid_crumbs, path_within
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Fact, Row
from wangge.interfaces.web.forms import ask, wrong
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.files import queries as files
from wangge.registers.orders.rules import OrderState

MOST_BYTES: Final = 12 * 2**20
_REFUSALS_SHOWN: Final = 20


class TakeOutForm(forms.Form):
    """The file format of a list."""

    form = forms.ChoiceField(
        label=ask("lists.form"),
        choices=[(each.value, each.words) for each in outgoing_of(GRIDS.code).forms],
        initial=Form.EXCEL.value,
        widget=forms.RadioSelect,
    )


class BringForm(forms.Form):
    """The sheet that was filled in."""

    file = forms.FileField(
        label=ask("lists.file"),
        help_text=ask("lists.file_hint"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.ods"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise wrong(Message("file.too_large", megabytes=MOST_BYTES // 2**20))
        return file


@require_http_methods(["GET", "POST"])
@signed_in(Permission.ORGANISATION_SEE)
def take_out_grids(request: Request, code: str) -> HttpResponse:
    """Ask for the grids of an area as a file."""
    path = path_within(request, code, Permission.ORGANISATION_SEE)
    by, at = request.actor, request.now
    form = TakeOutForm(request.POST or None)

    def carry_out() -> str:
        language = request.language
        operations.ask_for(GRIDS.code, form.cleaned_data["form"], code, language, by=by, at=at)
        return reverse("lists")

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.take_out"),
        lead=Message("grids.take_out_lead"),
        submit=Message("lists.ask"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
    )


@require_POST
@signed_in()
def take_out(request: Request, kind: str) -> HttpResponse:
    """Ask for a list as Excel, under the filters of the page that it is shown on.

    Somebody who looks in one of several posts gets what that post sees.
    """
    narrowed = request.actor if request.actor != request.full_actor else None
    operations.ask_for(
        kind,
        Form.EXCEL,
        request.GET.get("area", ""),
        request.language,
        filters=request.GET,
        narrowed_to=narrowed.posts[0].post_id if narrowed else None,
        by=request.actor,
        at=request.now,
    )
    return redirect(reverse("lists"))


@require_http_methods(["GET", "POST"])
@signed_in(Permission.ORGANISATION_APPOINT)
def bring_grids(request: Request, code: str) -> HttpResponse:
    """Bring a list of grids for an area."""
    path = path_within(request, code, Permission.ORGANISATION_APPOINT)
    by, at = request.actor, request.now
    form = BringForm(request.POST or None, request.FILES or None)

    def carry_out() -> str:
        file = form.cleaned_data["file"]
        file.seek(0)  # a door may run a view twice
        key = operations.bring(GRIDS.code, file.name, file.read(), code, by=by, at=at)
        return reverse("list-import", args=[key])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.bring"),
        lead=Message("grids.bring_lead"),
        submit=Message("lists.bring"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
        template="console/lists/bring.html",
        template_url=reverse("grids-template", args=[code]),
    )


@require_GET
@signed_in(Permission.ORGANISATION_APPOINT)
def grids_template(request: Request, code: str) -> HttpResponse:
    """An empty sheet with the villages of the area, to be filled in."""
    path_within(request, code, Permission.ORGANISATION_APPOINT)
    language = request.language
    incoming, title = incoming_of(GRIDS.code), say(GRIDS.words, language)
    head, rows = header(incoming.columns, language), incoming.template(code)
    content = write_sheet(title, head, rows, note=say(incoming.note, language))
    return attached(content, Form.EXCEL, f"{title}-{code}")


@require_GET
@signed_in()
def lists(request: Request) -> HttpResponse:
    """One's own lists: exports and imports."""
    actor = request.full_actor
    found = page_of(request, queries.exports_of(actor), ("-asked_at", "id"), size=20)
    brought = list(queries.imports_of(actor)[:20])
    names = areas.names_of({e.area_code for e in found.rows} | {i.area_code for i in brought})
    return console_page(
        request,
        "console/lists/own.html",
        here="grids",
        tabs=own_files("lists"),
        found=found,
        out_columns=_OUT_COLUMNS,
        out_rows=[_out_row(each, names) for each in found.rows],
        in_columns=_IN_COLUMNS,
        in_rows=[_in_row(each, names) for each in brought],
        waits=any(each.is_open for each in (*found.rows, *brought)),
        geodata_url=reverse("geodata") if actor.holds(Permission.AREA_EDIT) else "",
    )


_OUT_COLUMNS = (
    Column(Message("lists.column.list")),
    Column(Message("lists.column.area")),
    Column(Message("lists.column.state")),
    Column(Message("lists.column.rows"), "number"),
    Column(Message("lists.column.asked_at"), "moment"),
)
_IN_COLUMNS = (
    Column(Message("lists.column.list")),
    Column(Message("lists.column.area")),
    Column(Message("lists.column.state")),
    Column(Message("lists.column.done"), "number"),
    Column(Message("lists.column.refused"), "number"),
    Column(Message("lists.column.asked_at"), "moment"),
)


def _out_row(export: ListExport, names: dict[str, str]) -> Row:
    kind = Message(
        "lists.in_form",
        kind=Message(f"lists.kind.{export.kind}"),
        form=Form(export.form).words,
    )
    there = export.state == OrderState.DONE and export.file_id is not None
    return Row(
        (
            kind,
            names.get(export.area_code, ""),
            _state_words(export),
            export.rows,
            export.asked_at,
        ),
        href=reverse("list-export", args=[export.pk]) if there else "",
    )


def _state_words(export: ListExport) -> Message:
    if export.state == OrderState.DONE and export.file_id is None:
        return Message("lists.gone")
    if export.reason:
        return Message("lists.failed_because", reason=Message.from_json(export.reason))
    return state_words(export.state)


def _in_row(brought: ListImport, names: dict[str, str]) -> Row:
    return Row(
        (
            brought.file_name,
            names.get(brought.area_code, ""),
            state_words(brought.state),
            brought.done,
            brought.refused,
            brought.asked_at,
        ),
        href=reverse("list-import", args=[brought.pk]),
    )


@require_GET
@signed_in()
def list_export(request: Request, export: UUID) -> HttpResponse:
    """The file of one's own export."""
    found = queries.own_export(export, request.full_actor)
    if found.file is None:
        raise Refusal.not_found(Message("lists.thing"))
    parts = (_say(request, Message(f"lists.kind.{found.kind}")), found.area_code)
    name = "-".join(part for part in parts if part)
    return attached(files.path_of(found.file).read_bytes(), Form(found.form), name)


@require_GET
@signed_in()
def list_import(request: Request, brought: UUID) -> HttpResponse:
    """How far one's own import is, and which rows were refused."""
    found = queries.own_import(brought, request.full_actor)
    refused = list(found.refusals.order_by("number")[:_REFUSALS_SHOWN])
    back = reverse("list-refused", args=[found.pk])
    return console_page(
        request,
        "console/lists/import.html",
        here="grids",
        title=found.file_name,
        facts=_facts(found),
        columns=(Column(Message("lists.column.row")), Column(Message("lists.column.reason"))),
        rows=[Row((str(each.number), _reasons(each))) for each in refused],
        refused_url=back if found.refused and found.content else "",
        waits=found.is_open,
        grids_url=reverse("grids-at", args=[found.area_code]),
    )


def _facts(found: ListImport) -> list[Fact]:
    return [
        Fact(Message("lists.column.state"), state_words(found.state)),
        Fact(Message("lists.column.rows"), str(found.rows)),
        Fact(Message("lists.column.done"), str(found.done)),
        Fact(Message("lists.column.refused"), str(found.refused)),
        Fact(Message("lists.column.asked_at"), found.asked_at, kind="moment"),
    ]


def _reasons(row: RefusedRow) -> Message:
    said = tuple(Message.from_json(each) for each in row.reasons)
    return Message("lists.reasons", reasons=said)


@require_GET
@signed_in()
def list_refused(request: Request, brought: UUID) -> HttpResponse:
    """The refused rows of an import, each with the reason, as Excel."""
    found = queries.own_import(brought, request.full_actor)
    head, *rows = queries.rows_of(found)
    refused = found.refusals.order_by("number")
    content = write_sheet(
        _say(request, Message(f"lists.kind.{found.kind}")),
        [*head, _say(request, Message("lists.column.reason"))],
        ([*rows[each.number - 2], _say(request, _reasons(each))] for each in refused),
    )
    return attached(content, Form.EXCEL, _say(request, Message("lists.refused_file")))


def _say(request: Request, message: Message) -> str:
    return say(message, request.language)

"""Batches of villages: how far each is, by township (C02–C04), and who is in which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from wangge.access.permissions import Permission
from wangge.insight.divisions.models import Batch, BatchVillage
from wangge.insight.divisions.operations.batching import MOST_BATCHES, open_batch, put_in_batch
from wangge.insight.divisions.queries import batches as register
from wangge.insight.divisions.queries.batches import BatchFigures, said_per_village
from wangge.interfaces.console.floor.form_page import form_page
from wangge.interfaces.console.floor.paths import path_to
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Link, Row, Stat
from wangge.interfaces.web.forms import DayField, ask
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.registers.areas import queries as areas
from wangge.registers.calendars.queries import county_day


@dataclass(frozen=True, slots=True)
class BatchPart:
    """The part of the page about one batch."""

    number: int
    name: str
    starts_on: date
    stats: Sequence[Stat]
    rows: Sequence[Row]
    edit_url: str

    @property
    def id(self) -> str:
        """The id of its list on the page."""
        return f"townships-{self.number}"


_COLUMNS = (
    Column(Message("area.level.township")),
    Column(Message("batches.column.villages"), "number"),
    Column(Message("batches.column.divided"), "number"),
    Column(Message("batches.column.grids"), "number"),
    Column(Message("batches.column.per_village"), "number"),
    Column(Message("batches.column.worked"), "number"),
)


@require_GET
@signed_in(Permission.ORGANISATION_SEE)
def batches(request: Request) -> HttpResponse:
    """Every batch with its figures for the county and for each township."""
    actor, at = request.actor, request.now
    county, day = settings.COUNTY_CODE, county_day(at)
    by_township = register.figures_by_township(county, day)
    sums = register.summed(county, by_township)
    names = areas.names_of(each.area_code for each in by_township)
    may = actor.may(Permission.DIVISION_APPROVE, county)
    parts = [
        BatchPart(
            batch.number,
            batch.name,
            batch.starts_on,
            _stats(sums.get(batch.number)),
            [_row(each, names) for each in by_township if each.batch == batch.number],
            reverse("batch", args=[batch.number]) if may else "",
        )
        for batch in register.batches()
    ]
    crumb = Link(path_to(county)[0].name, reverse("grids-at", args=[county]))
    return console_page(
        request,
        "console/divisions/batches.html",
        here="grids",
        batches=parts,
        columns=_COLUMNS,
        crumbs=[crumb],
        actions=[Link(Message("batches.new"), reverse("batch-new"))] if may else [],
    )


def _stats(found: BatchFigures | None) -> list[Stat]:
    if found is None:
        return [Stat(Message("batches.column.villages"), 0)]
    all_worked = Message(f"batches.{'all_worked' if found.all_worked else 'not_all_worked'}")
    return [
        Stat(Message("batches.column.villages"), found.villages),
        Stat(Message("batches.column.divided"), found.divided),
        Stat(Message("batches.column.grids"), found.grids),
        Stat(Message("batches.column.per_village"), said_per_village(found)),
        Stat(
            Message("batches.column.worked"), found.worked, note=all_worked if found.grids else ""
        ),
    ]


def _row(found: BatchFigures, names: dict[str, str]) -> Row:
    return Row(
        (
            names.get(found.area_code, found.area_code),
            found.villages,
            found.divided,
            found.grids,
            said_per_village(found),
            found.worked,
        ),
        href=reverse("grids-at", args=[found.area_code]),
    )


class BatchForm(forms.Form):
    """A batch with its villages, township by township."""

    number = forms.IntegerField(
        label=ask("batches.form.number"), min_value=1, max_value=MOST_BATCHES
    )
    name = forms.CharField(label=ask("batches.form.name"), max_length=40)
    starts_on = DayField(label=ask("batches.form.starts_on"))
    villages = forms.CharField(
        label=ask("batches.form.villages"),
        help_text=ask("batches.form.villages_hint"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_villages(self) -> list[str]:
        """Codes separated by blanks, commas or line breaks."""
        said: str = self.cleaned_data["villages"]
        return said.replace(",", " ").split()


@require_http_methods(["GET", "POST"])
@signed_in(Permission.DIVISION_APPROVE)
def batch(request: Request, number: int | None = None) -> HttpResponse:
    """Begin a batch, or change one: its name, its day, the villages that come into it."""
    by, at = request.actor, request.now
    form = BatchForm(request.POST or None, initial=_present(number, county_day(at)))

    def carry_out() -> str:
        said = form.cleaned_data
        open_batch(said["number"], said["name"], starts_on=said["starts_on"], by=by, at=at)
        if said["villages"]:
            put_in_batch(said["number"], said["villages"], by=by, at=at)
        return reverse("batches")

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("batches.new" if number is None else "batches.edit"),
        lead=Message("batches.form.lead"),
        submit=Message("contact.save"),
        back=reverse("batches"),
    )


def _present(number: int | None, day: date) -> dict[str, Any]:
    found = Batch.objects.filter(pk=number).first() if number else None
    if found is None:
        return {"starts_on": day}
    members = BatchVillage.objects.filter(batch=found).order_by("village")
    return {
        "number": found.number,
        "name": found.name,
        "starts_on": found.starts_on,
        "villages": " ".join(members.values_list("village_id", flat=True)),
    }

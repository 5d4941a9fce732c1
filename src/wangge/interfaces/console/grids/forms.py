"""The forms for a grid as a list of groups, a special grid, the place of a group, the end of a grid."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.contrib.gis.geos import Point

from wangge.interfaces.web.forms import (
    DayField,
    NameField,
    PhoneField,
    ask,
    normalised,
    offer,
    wrong,
)
from wangge.lib.message import Message
from wangge.registers.areas.operations.establishing import SRID
from wangge.registers.areas.rules.grids import SpecialSort
from wangge.registers.areas.rules.groups import group_numbers
from wangge.registers.organisations.operations.grids import ListedGrid, NewWorker
from wangge.registers.organisations.rules.origins import Origin

SPAN: Final = ((73.0, 136.0), (3.0, 54.0))
"""Longitude and latitude of the country, in degrees."""


class ListedGridForm(forms.Form):
    """Groups, a name, a worker with origin and phone."""

    groups = forms.CharField(
        label=ask("grids.form.groups"), help_text=ask("grids.form.groups_hint"), max_length=200
    )
    name = forms.CharField(
        label=ask("grids.form.name"),
        help_text=ask("grids.form.name_hint"),
        max_length=40,
        required=False,
    )
    worker = NameField(
        label=ask("grids.form.worker"), help_text=ask("grids.form.worker_hint"), required=False
    )
    phone = PhoneField(label=ask("grids.form.phone"), required=False)
    origin = forms.ChoiceField(
        label=ask("appointment.origin"),
        help_text=ask("appointment.origin_hint"),
        choices=[(origin.value, origin.words) for origin in Origin],
        required=False,
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(label=ask("contact.consent"), required=False)

    def clean_groups(self) -> tuple[int, ...]:
        return normalised(group_numbers, self.cleaned_data["groups"])

    def clean(self) -> dict[str, Any]:
        """A worker comes with an origin, a phone with a worker."""
        said = super().clean() or {}
        named = bool(said.get("worker"))
        if named and not said.get("origin") and "origin" not in self.errors:
            self.add_error("origin", wrong(Message("web.wrong.required")))
        if said.get("phone") and not named:
            self.add_error("worker", wrong(Message("lists.grids.worker_missing")))
        if said.get("consent") and not said.get("phone") and "phone" not in self.errors:
            self.add_error("phone", wrong(Message("web.wrong.required")))
        return said

    @property
    def grid(self) -> ListedGrid:
        """The grid that was asked for."""
        said = self.cleaned_data
        name = said["worker"]
        worker = NewWorker(name, said["origin"], said["phone"], publishes=said["consent"])
        return ListedGrid(
            said["groups"], name=said["name"].strip(), worker=worker if name else None
        )


class PointForm(forms.Form):
    """A place by its coordinates, as a telephone or a map shows them (WGS-84 or CGCS2000)."""

    longitude = forms.FloatField(
        label=ask("grids.form.longitude"), min_value=SPAN[0][0], max_value=SPAN[0][1]
    )
    latitude = forms.FloatField(
        label=ask("grids.form.latitude"), min_value=SPAN[1][0], max_value=SPAN[1][1]
    )

    @property
    def point(self) -> Point:
        """The place, CGCS2000 (the same as WGS-84 within centimetres)."""
        return Point(self.cleaned_data["longitude"], self.cleaned_data["latitude"], srid=SRID)


class SpecialGridForm(PointForm):
    """Name and sort of a special grid; its place may come later."""

    name = forms.CharField(label=ask("grids.form.special_name"), max_length=40)
    sort = forms.ChoiceField(
        label=ask("grids.column.sort"),
        choices=[(sort.value, sort.words) for sort in SpecialSort],
        widget=forms.RadioSelect,
    )
    field_order = ("name", "sort", "longitude", "latitude")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("longitude", "latitude"):
            self.fields[name].required = False

    def clean(self) -> dict[str, Any]:
        """Both coordinates or neither."""
        said = super().clean() or {}
        given = {name for name in ("longitude", "latitude") if said.get(name) is not None}
        for name in {"longitude", "latitude"} - given if given else ():
            self.add_error(name, wrong(Message("web.wrong.required")))
        return said

    @property
    def place(self) -> Point | None:
        """Where it is, if that was said."""
        return None if self.cleaned_data["longitude"] is None else self.point


class PlaceGroupForm(PointForm):
    """Which group, and where it lives."""

    group = forms.TypedChoiceField(label=ask("grids.form.group"), coerce=int)
    field_order = ("group", "longitude", "latitude")

    def __init__(self, numbers: list[tuple[str, Any]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "group", numbers)


class EndForm(forms.Form):
    """The first day without it."""

    ends_on = DayField(label=ask("grids.form.ends_on"))

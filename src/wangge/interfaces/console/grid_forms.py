"""What is asked for a grid as a list of groups, a special grid, and the place of a group."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.conf import settings
from django.contrib.gis.geos import Point

from wangge.interfaces.console.form_words import ask, wrong
from wangge.lib import phone_number
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.person_name import normalise_name
from wangge.registers.areas.operations.establishing import SRID
from wangge.registers.areas.rules.grids import SpecialSort
from wangge.registers.areas.rules.groups import group_numbers
from wangge.registers.organisations.operations.grids import ListedGrid, NewWorker
from wangge.registers.organisations.rules.origins import Origin

SPAN: Final = ((73.0, 136.0), (3.0, 54.0))
"""Longitude and latitude of the country, in degrees."""


def phone_field(label: str, **asked: Any) -> forms.CharField:
    """A phone number as people type it."""
    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"})
    return forms.CharField(label=ask(label), max_length=30, widget=widget, **asked)


def clean_phone(typed: str) -> str:
    """The normalised number, or nothing."""
    if not typed:
        return ""
    try:
        return phone_number.normalise(typed, allow_synthetic=settings.DEMO)
    except Invalid as error:
        raise wrong(error.message) from error


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
    worker = forms.CharField(
        label=ask("grids.form.worker"),
        help_text=ask("grids.form.worker_hint"),
        max_length=60,
        required=False,
    )
    phone = phone_field("grids.form.phone", required=False)
    origin = forms.ChoiceField(
        label=ask("appointment.origin"),
        help_text=ask("appointment.origin_hint"),
        choices=[(origin.value, origin.words) for origin in Origin],
        required=False,
        widget=forms.RadioSelect,
    )
    consent = forms.BooleanField(label=ask("contact.consent"), required=False)

    def clean_groups(self) -> tuple[int, ...]:
        try:
            return group_numbers(self.cleaned_data["groups"])
        except Invalid as error:
            raise wrong(error.message) from error

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        """A worker comes with an origin, a phone with a worker."""
        said = super().clean() or {}
        named = bool(normalise_name(said.get("worker", "")))
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
        name = normalise_name(said["worker"])
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
        asked: Any = self.fields["group"]
        asked.choices = numbers


class EndForm(forms.Form):
    """The first day without it."""

    ends_on = forms.DateField(
        label=ask("grids.form.ends_on"), widget=forms.DateInput(attrs={"type": "date"})
    )


class PhoneForm(forms.Form):
    """The number that is published."""

    phone = phone_field("contact.phone")

    def clean_phone(self) -> str:
        return clean_phone(self.cleaned_data["phone"])


class UnitPhoneForm(PhoneForm):
    """The number of a desk; empty takes it away."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = False

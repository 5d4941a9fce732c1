"""The forms for an appointment, its end, and a substitute."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from django import forms

from wangge.interfaces.console.floor.officers import PersonForm
from wangge.interfaces.web.forms import Choices, DayField, NameField, PhoneField, ask, wrong
from wangge.lib.id_number import Sex
from wangge.lib.message import Message
from wangge.registers.organisations.rules.origins import Origin
from wangge.registers.people.operations import NewOfficer

NEWCOMER: Final = "new"


class AppointForm(PersonForm):
    """Who, from which day and, for grid workers and station heads, their origin."""

    name = NameField(
        label=ask("appointment.name"),
        help_text=ask("appointment.name_hint"),
        required=False,
        autocomplete="off",
    )
    sex = forms.ChoiceField(
        label=ask("appointment.sex"),
        choices=[(sex.value, ask(f"appointment.sex.{sex.value}")) for sex in Sex],
        required=False,
        widget=forms.RadioSelect,
    )
    phone = PhoneField(label=ask("appointment.phone"), required=False)
    origin = forms.ChoiceField(
        label=ask("appointment.origin"),
        help_text=ask("appointment.origin_hint"),
        choices=[(origin.value, origin.words) for origin in Origin],
        widget=forms.RadioSelect,
    )
    starts_on = DayField(label=ask("appointment.starts_on"))

    def __init__(
        self, people: Choices, *args: Any, asks_origin: bool, today: date, **kwargs: Any
    ) -> None:
        newcomer = (NEWCOMER, ask("appointment.newcomer"))
        super().__init__([*people, newcomer], *args, **kwargs)
        self.fields["starts_on"].initial = today
        if not asks_origin:
            del self.fields["origin"]
        if not people:
            self.fields["person"].initial = NEWCOMER

    @property
    def is_newcomer(self) -> bool:
        """Whether the person is entered with this form."""
        return bool(self.cleaned_data.get("person") == NEWCOMER)

    @property
    def newcomer(self) -> NewOfficer:
        """Whom to enter."""
        said = self.cleaned_data
        return NewOfficer(said["name"], sex=said.get("sex", ""), phone=said["phone"])

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if self.is_newcomer and not name:
            raise wrong(Message("web.wrong.required"))
        return name


class DismissForm(forms.Form):
    """The first day out of the post."""

    ends_on = DayField(label=ask("appointment.ends_on"), help_text=ask("appointment.ends_on_hint"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].initial = today


class BackForm(DismissForm):
    """The first day on which nobody stands in any more."""

    ends_on = DayField(label=ask("appointment.back_on"), help_text=ask("appointment.back_on_hint"))


class SubstituteForm(PersonForm):
    """Who stands in, from the first to the last day."""

    starts_on = DayField(label=ask("appointment.first_day"))
    last_day = DayField(label=ask("appointment.last_day"))

    def __init__(self, people: Choices, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(people, *args, **kwargs)
        self.fields["starts_on"].initial = today

    @property
    def ends_on(self) -> date:
        """The first day on which the substitute no longer acts."""
        last: date = self.cleaned_data["last_day"]
        return last + timedelta(days=1)

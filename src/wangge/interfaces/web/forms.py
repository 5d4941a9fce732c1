"""What all forms share: labels and faults as messages, and fields for a day, a phone, a name, a code.

A message is put into words by the template, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BaseForm

from wangge.lib import phone_number, query_code
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message, Param
from wangge.lib.person_name import normalise_name
from wangge.lib.refusal import Refusal

Choices = Sequence[tuple[str, Any]]  # the value that is sent, and a Message or text
Kept = TypeVar("Kept")


def ask(code: str, **params: Param) -> Any:
    """A label, hint or choice. Django's types expect text, but only the template reads it."""
    return Message(code, **params)


def wrong(message: Message) -> ValidationError:
    """What is wrong with a field, as a message."""
    carried: Any = message
    return ValidationError(carried)


def offer(form: BaseForm, name: str, choices: Choices | Callable[[], Choices]) -> None:
    """Give a field its choices, once the form knows them; a function is called when they are needed."""
    field: Any = form.fields[name]
    field.choices = choices


def take_over(form: BaseForm, refusal: Refusal) -> None:
    """Show what an operation refused: at the fields it names, else above the form."""
    for name, message in refusal.fields.items():
        form.add_error(name if name in form.fields else None, wrong(message))
    if not refusal.fields:
        form.add_error(None, wrong(refusal.message))


def normalised(normalise: Callable[[str], Kept], typed: str) -> Kept:
    """What was typed in the one way it is kept; a fault of the field where it cannot be read."""
    try:
        return normalise(typed)
    except Invalid as error:
        raise wrong(error.message) from error


class DayField(forms.DateField):
    """A day, chosen in the browser's calendar."""

    def __init__(self, **asked: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(widget=widget, **asked)


class PhoneField(forms.CharField):
    """A phone number however it is typed; as it is kept, or empty where none was typed.

    `autocomplete` is "tel" where people enter their own number, so that their browser offers it.
    """

    def __init__(self, *, autocomplete: str = "off", **asked: Any) -> None:
        attributes = {"autocomplete": autocomplete, "inputmode": "tel"}
        super().__init__(max_length=30, widget=forms.TextInput(attrs=attributes), **asked)

    def clean(self, value: Any) -> str:
        typed = super().clean(value)
        return normalised(_kept_phone, typed) if typed else ""


class NameField(forms.CharField):
    """The name of a person; its clean value has the one spelling in which names are kept."""

    def __init__(self, *, autocomplete: str = "", **asked: Any) -> None:
        attributes = {"autocomplete": autocomplete} if autocomplete else {}
        super().__init__(max_length=60, widget=forms.TextInput(attrs=attributes), **asked)

    def clean(self, value: Any) -> str:
        return normalise_name(super().clean(value))


class QueryCodeField(forms.CharField):
    """The query code of a receipt: hidden in the form that makes one, typed where it is asked for."""

    def clean(self, value: Any) -> str:
        return normalised(query_code.normalise, super().clean(value))


def _kept_phone(typed: str) -> str:
    return phone_number.normalise(typed, allow_synthetic=settings.DEMO)

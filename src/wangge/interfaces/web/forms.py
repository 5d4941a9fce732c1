"""What all forms share: labels and faults as messages, a day, a telephone number.

A message is put into words by the template, in the reader's language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import BaseForm

from wangge.lib import phone_number
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message, Param
from wangge.lib.refusal import Refusal


def ask(code: str, **params: Param) -> Any:
    """A label, hint or choice. Django's types expect text, but only the template reads it."""
    return Message(code, **params)


def wrong(message: Message) -> ValidationError:
    """What is wrong with a field, as a message."""
    carried: Any = message
    return ValidationError(carried)


def take_over(form: BaseForm, refusal: Refusal) -> None:
    """Show what an operation refused: at the fields it names, else above the form."""
    for name, message in refusal.fields.items():
        form.add_error(name if name in form.fields else None, wrong(message))
    if not refusal.fields:
        form.add_error(None, wrong(refusal.message))


def day_field(label: str, **asked: Any) -> forms.DateField:
    """A day, chosen in the browser's calendar."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=ask(label), widget=widget, **asked)


def phone_field(label: str, **asked: Any) -> forms.CharField:
    """A phone number as people type it."""
    widget = forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"})
    return forms.CharField(label=ask(label), max_length=30, widget=widget, **asked)


def clean_phone(typed: str) -> str:
    """The number as it is kept, or nothing where nothing was typed."""
    if not typed:
        return ""
    return normalised(_phone, typed)


def normalised(normalise: Callable[[str], str], typed: str) -> str:
    """What was typed in the one way it is kept; a fault of the field where it cannot be read."""
    try:
        return normalise(typed)
    except Invalid as error:
        raise wrong(error.message) from error


def _phone(typed: str) -> str:
    return phone_number.normalise(typed, allow_synthetic=settings.DEMO)

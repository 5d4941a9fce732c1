"""Messages in Django's forms: said by the template, in the language of whoever reads them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BaseForm

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

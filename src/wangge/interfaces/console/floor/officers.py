"""Choosing somebody in office: searched by name, told apart by the posts held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from wangge.interfaces.web.forms import ask
from wangge.lib.message import Message

Choices = Sequence[tuple[str, Any]]


class OfficerSearch(forms.Form):
    """Who is meant, by a part of the name; sent by GET, so that the address keeps it."""

    who = forms.CharField(label=ask("appointment.who"), max_length=60, required=False)


class PersonForm(forms.Form):
    """Somebody out of those that were found; which posts each holds stands beside the name."""

    person = forms.ChoiceField(label=ask("appointment.person"), widget=forms.RadioSelect)

    def __init__(self, people: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked: Any = self.fields["person"]
        asked.choices = people


def officer_words(name: str, posts: list[Message]) -> Any:
    """A name with the posts held, so that two of the same name can be told apart."""
    if not posts:
        return ask("appointment.officer_free", name=name)
    return ask("appointment.officer", name=name, posts=tuple(posts))

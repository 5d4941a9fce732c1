"""Choosing an officer: searched by name, distinguished by the posts held."""

from __future__ import annotations

from typing import Any

from django import forms

from wangge.interfaces.web.forms import Choices, ask, offer
from wangge.lib.message import Message


class OfficerSearch(forms.Form):
    """The person looked for, by a part of the name; sent by GET, so that the address keeps it."""

    who = forms.CharField(label=ask("appointment.who"), max_length=60, required=False)


class PersonForm(forms.Form):
    """One of the people that were found; next to each name are the posts held."""

    person = forms.ChoiceField(label=ask("appointment.person"), widget=forms.RadioSelect)

    def __init__(self, people: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "person", people)


def officer_words(name: str, posts: list[Message]) -> Any:
    """A name with the posts held, to distinguish two people of the same name."""
    if not posts:
        return ask("appointment.officer_free", name=name)
    return ask("appointment.officer", name=name, posts=tuple(posts))

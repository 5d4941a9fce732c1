"""The number a grid worker agrees to have published, from the worker's own account."""

from __future__ import annotations

from dataclasses import dataclass

from django import forms

from wangge.access.actor import Actor
from wangge.interfaces.console.form_words import ask
from wangge.lib import phone_number
from wangge.registers.organisations.contacts import published_number
from wangge.registers.organisations.rules.post_kinds import OF_A_GRID


class PhoneForm(forms.Form):
    """One number."""

    phone = forms.CharField(
        label=ask("account.phone"),
        help_text=ask("account.phone_hint"),
        max_length=30,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )


@dataclass(frozen=True, slots=True)
class Published:
    """What the own account draws: the number in force (empty for none), and the way to another."""

    number: str
    form: PhoneForm


def published_of(actor: Actor, form: PhoneForm | None = None) -> Published | None:
    """For who works a grid; None for everybody else, whose number nobody prints."""
    if actor.person_id is None or not any(post.post_kind in OF_A_GRID for post in actor.posts):
        return None
    number = published_number(actor.person_id)
    return Published(phone_number.grouped(number), form or PhoneForm())

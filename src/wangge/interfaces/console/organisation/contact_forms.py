"""The forms for a published number: of a person, or of a desk."""

from __future__ import annotations

from typing import Any

from django import forms

from wangge.interfaces.web.forms import PhoneField, ask


class PhoneForm(forms.Form):
    """The number that is published."""

    phone = PhoneField(label=ask("contact.phone"))


class UnitPhoneForm(PhoneForm):
    """The number of a desk; an empty one removes it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["phone"].required = False

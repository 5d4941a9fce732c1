"""What is asked for a published number: of a person, or of a desk."""

from __future__ import annotations

from typing import Any

from django import forms

from wangge.interfaces.web.forms import clean_phone, phone_field


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

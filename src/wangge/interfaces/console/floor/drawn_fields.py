"""The fields of a form as the templates draw them: photos with what was already taken in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.forms import BaseForm
from django.forms.boundfield import BoundField

from wangge.interfaces.console.floor.photos import PhotosField, marks_name
from wangge.interfaces.web.components.shapes import Option
from wangge.interfaces.web.templatetags.bound_fields import field_parameters


@dataclass(frozen=True, slots=True)
class Photos:
    """What the template of a photo field takes, named as in the component `field`."""

    name: str
    key: str
    label: Any
    hint: Any
    error: Any
    required: bool
    accept: str
    marks_name: str
    marks: list[Option]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A field: photos where they are asked for, else the bound field."""

    bound: BoundField
    photos: Photos | None


def drawn(form: BaseForm) -> list[Drawn]:
    """Every visible field of a form in order."""
    return [Drawn(bound, _photos(bound)) for bound in form.visible_fields()]


def _photos(bound: BoundField) -> Photos | None:
    field = bound.field
    if not isinstance(field, PhotosField):
        return None
    told = field_parameters(bound)
    return Photos(
        name=told["name"],
        key=told["id"],
        label=told["label"],
        hint=told["hint"],
        error=told["error"],
        required=told["required"] and not field.taken,
        accept=told["accept"],
        marks_name=marks_name(told["name"]),
        marks=field.marks,
    )

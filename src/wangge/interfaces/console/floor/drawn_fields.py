"""The fields of a form as the templates draw them: photos with those already accepted."""

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
    """Parameters of the template of a photo field, named like those of the component `field`."""

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
    parameters = field_parameters(bound)
    return Photos(
        name=parameters["name"],
        key=parameters["id"],
        label=parameters["label"],
        hint=parameters["hint"],
        error=parameters["error"],
        required=parameters["required"] and not field.taken,
        accept=parameters["accept"],
        marks_name=marks_name(parameters["name"]),
        marks=field.marks,
    )

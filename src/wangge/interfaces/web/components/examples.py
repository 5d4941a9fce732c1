"""Examples of every component, for the gallery and the browser tests that photograph it.

They stand in each component's ``examples.toml``: data, in which names and places may be Chinese.
Tables with one of these keys stand for what TOML cannot write:

=============  ==========================================================
say            a Message, with the other keys as its parameters
minutes_ago    an instant before now (negative: after)
fields         the bound fields of a form, each a table of ``field`` words
qr             the QR code of a text, as SVG
=============  ==========================================================
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

import segno
from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString

from wangge.interfaces.web.components import shapes
from wangge.interfaces.web.listing import Page
from wangge.lib.message import Message

FOLDER: Final = Path(__file__).parent

_SHAPES: Final[Mapping[str, type]] = {
    "cells": list,
    "columns": shapes.Column,
    "divisions": shapes.Division,
    "facts": shapes.Fact,
    "groups": shapes.FilterGroup,
    "hidden": shapes.Option,
    "extra": shapes.Option,
    "moves": shapes.Move,
    "options": shapes.Option,
    "posts": shapes.Option,
    "rows": shapes.Row,
    "stats": shapes.Stat,
    "steps": shapes.Step,
    "entries": shapes.Entry,
    "units": shapes.Branch,
}
"""Parameter name → the shape of its tables; any other list of tables holds Links."""

_TABLES: Final[Mapping[str, Callable[..., Any]]] = {
    "move": shapes.Move,
    "page": partial(Page, (), **{"previous": "", "next": ""}),
    "sheet": shapes.MapSheet,
}
"""Parameter name → what its one table is."""

_WIDGETS: Final[Mapping[str, type[forms.Widget]]] = {
    "textarea": forms.Textarea,
    "radio": forms.RadioSelect,
    "select": forms.Select,
    "file": forms.FileInput,
}


@dataclass(frozen=True, slots=True)
class Example:
    """One drawing of a component: its name says what it shows."""

    component: str
    name: str
    context: Mapping[str, Any]


def component_names() -> list[str]:
    """Every component, in the order of the alphabet."""
    return sorted(path.parent.name for path in FOLDER.glob("*/template.html"))


def examples_of(component: str, *, now: datetime) -> list[Example]:
    """The examples of one component. FileNotFoundError if it has none."""
    data = tomllib.loads((FOLDER / component / "examples.toml").read_text(encoding="utf-8"))
    return [
        Example(
            component,
            example["name"],
            {key: _value(key, value, now) for key, value in example.get("with", {}).items()},
        )
        for example in data["example"]
    ]


def _value(key: str, value: Any, now: datetime, inside: type | None = None) -> Any:
    if isinstance(value, list):
        shape = inside if key == "below" and inside else _SHAPES.get(key, shapes.Link)
        return [_item(shape, each, now) for each in value]
    if not isinstance(value, dict):
        return value
    if key in _TABLES:
        return _TABLES[key](**value)
    return _written(key, value, now)


def _written(key: str, value: dict[str, Any], now: datetime) -> Any:
    """What a table stands for."""
    if "say" in value:
        params = {name: _value(name, each, now) for name, each in value.items() if name != "say"}
        return Message(value["say"], **params)
    if "minutes_ago" in value:
        return now - timedelta(minutes=value["minutes_ago"])
    if "fields" in value:
        return _bound_fields(value["fields"])
    if "qr" in value:
        return _qr(value["qr"])
    raise ValueError(f"{key}: not a value of an example: {value!r}")


def _item(shape: type, item: Any, now: datetime) -> Any:
    if not isinstance(item, dict) or {"say", "minutes_ago"} & item.keys():
        return _value("", item, now)
    return shape(**{key: _value(key, each, now, shape) for key, each in item.items()})


def _bound_fields(questions: list[dict[str, Any]]) -> list[BoundField]:
    form = forms.Form()
    for question in questions:
        choices = [(each["value"], each["label"]) for each in question.get("options", ())]
        widget = _WIDGETS.get(question["kind"], forms.TextInput)()
        kept: dict[str, Any] = {
            "label": question["label"],
            "help_text": question.get("hint", ""),
            "required": question.get("required", True),
            "widget": widget,
        }
        field = forms.ChoiceField(choices=choices, **kept) if choices else forms.CharField(**kept)
        form.fields[question["name"]] = field
    return list(form)


def _qr(text: str) -> SafeString:
    drawn = io.BytesIO()
    segno.make(text, error="m").save(
        drawn, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=2
    )
    return SafeString(drawn.getvalue().decode())

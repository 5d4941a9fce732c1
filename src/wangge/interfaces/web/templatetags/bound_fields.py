"""From a Django form to the parameters of the components ``field`` and ``error_summary``.

Forms stay plain: their labels, hints and errors may be Messages. Django's own refusals (required,
too long …) have words in our catalogue, ``web-wrong-<code>``; so no second catalogue is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseForm
from django.forms.boundfield import BoundField

from wangge.interfaces.web.components.shapes import Link, Option
from wangge.lib.message import Message

_KINDS: Final[Mapping[type[forms.Widget], str]] = {
    forms.Textarea: "textarea",
    forms.CheckboxSelectMultiple: "checks",
    forms.RadioSelect: "radio",
    forms.Select: "select",
    forms.CheckboxInput: "check",
    forms.FileInput: "file",
}
_PASSED_ON: Final = ("accept", "autocomplete", "inputmode", "maxlength")
_DJANGO_ROWS: Final = "10"  # Django's default for a text area
_WORDED: Final = frozenset(
    {
        "required",
        "invalid",
        "invalid_choice",
        "invalid_list",
        "invalid_date",
        "max_length",
        "min_length",
        "max_value",
        "min_value",
        "empty",
    }
)


def field_parameters(field: BoundField) -> dict[str, Any]:
    """What ``components/field`` takes, read from a bound field."""
    kind = _kind(field.field.widget)
    value = field.value()
    attributes = field.field.widget.attrs
    return {
        "name": field.html_name,
        "id": field.auto_id or field.html_name,
        "kind": kind,
        "label": field.label,
        "hint": field.help_text,
        "value": _value(field, kind, value),
        "required": field.field.required,
        "options": _options(field),
        "error": next(iter(problems(field.errors.as_data())), ""),
        **{name: attributes[name] for name in _PASSED_ON if name in attributes},
        **_height(attributes),
    }


def form_problems(form: BaseForm) -> list[Link]:
    """Every error of a form, each leading to its field; those of the whole form come first."""
    found = [Link(problem) for problem in problems(form.non_field_errors().as_data())]
    for field in form:
        target = f"#{field.auto_id or field.html_name}"
        found += [
            Link(Message("web.wrong.field", field=_text(field.label), problem=problem), target)
            for problem in problems(field.errors.as_data())
        ]
    return found


def problems(errors: Iterable[ValidationError]) -> list[Message | str]:
    """Each error as a message, or as the text it carries."""
    return [_problem(error) for error in errors]


def _problem(error: ValidationError) -> Message | str:
    if isinstance(error.message, Message):
        return error.message
    if error.code in _WORDED:
        limit = (error.params or {}).get("limit_value")
        params = {} if limit is None else {"limit": str(limit)}
        return Message(f"web.wrong.{error.code}", **params)
    return str(next(iter(error), ""))


def _height(attributes: Mapping[str, Any]) -> dict[str, Any]:
    rows = str(attributes.get("rows", _DJANGO_ROWS))
    return {} if rows == _DJANGO_ROWS else {"rows": rows}


def _kind(widget: forms.Widget) -> str:
    for widget_type, kind in _KINDS.items():
        if isinstance(widget, widget_type):
            return kind
    return getattr(widget, "input_type", None) or "text"


def _value(field: BoundField, kind: str, value: Any) -> Any:
    if kind == "checks":
        return [str(each) for each in value or ()]
    if kind == "check":
        return bool(value)
    if kind in ("password", "file") or value is None:
        return ""
    if kind in ("radio", "select"):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()  # as a browser sends it, not as the country writes it
    return field.field.widget.format_value(value) or ""  # Django makes None of empty text


def _options(field: BoundField) -> list[Option] | None:
    choices = getattr(field.field, "choices", None)
    return None if choices is None else list(_flattened(choices))


def _flattened(choices: Iterable[Any]) -> Iterator[Option]:
    """Choices as Django has them: pairs, or a group's name with the pairs in it."""
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from (Option(str(key), words, group=value) for key, words in label)
        else:
            yield Option(str(value), label)


def _text(label: Any) -> Message | str:
    return label if isinstance(label, Message) else str(label)

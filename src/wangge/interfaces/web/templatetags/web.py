"""The tags and filters every page loads: words, components, assets, dates.

Words and dates depend on who reads them. The context processor of ``interfaces/web`` supplies
``language`` and ``now`` on every page; these tags read them from there and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from django import template
from django.conf import settings
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.context import Context
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django_vite.core.asset_loader import DjangoViteAssetLoader  # type: ignore[import-untyped]

from wangge.interfaces.web.components.examples import Example
from wangge.interfaces.web.components.shapes import Column
from wangge.interfaces.web.templatetags import bound_fields, declaring, reading
from wangge.lib import phone_number

register = template.Library()
register.tag("takes", declaring.takes)
register.filter("grouped", reading.grouped)
register.filter("phone", phone_number.grouped)


@register.simple_tag(takes_context=True)
def component(context: Context, name: str, /, **parameters: Any) -> SafeString:
    """Draw ``components/<name>/template.html`` with these parameters and the ambient context.

    Raises TemplateSyntaxError when a parameter is missing or not declared by ``{% takes %}``.
    """
    if name not in _DRAWN_ONCE:
        return _drawn(context, name, parameters)
    key = (name, context["language"], *sorted(parameters.items()))
    if key not in _drawings:
        _drawings[key] = _drawn(context, name, parameters)
    return _drawings[key]


# Components that say the same to everybody who reads the same language: a list of fifty cases
# draws a hundred of them, and there are few different ones.
_DRAWN_ONCE = frozenset({"light", "state_chip"})
_drawings: dict[tuple[Any, ...], SafeString] = {}


def _drawn(context: Context, name: str, parameters: Mapping[str, Any]) -> SafeString:
    engine = context.template.engine  # type: ignore[union-attr]
    found = engine.get_template(f"components/{name}/template.html")
    declaring.check(found, name, parameters)
    return found.render(context.new({**declaring.ambient(context), **parameters}))


@register.simple_tag(takes_context=True)
def say(context: Context, message_id: str, /, **params: Any) -> str:
    """The words of a message id in the reader's language: ``{% say "web-search" %}``."""
    words: str = settings.WORDS.say(message_id, context["language"], now=context["now"], **params)
    return words


@register.simple_tag(takes_context=True, name="said")
def said_here(context: Context, text: Any) -> str:
    """The words of a Message in the reader's language; plain text passes unchanged."""
    return reading.said(text, context["language"], now=context["now"])


@register.filter
def said(text: Any, language: str) -> str:
    """The same as a filter: ``{{ message|said:language }}``; dates in it are said in full."""
    return reading.said(text, language)


@register.simple_tag(takes_context=True)
def moment(context: Context, instant: Any, *, clock: bool = False) -> SafeString:
    """A ``<time>`` as people say it, with the exact instant in its title and datetime.

    ``clock`` says the time of day of far days too.
    """
    if not instant:
        return SafeString("")
    return format_html(
        '<time class="moment" datetime="{}" title="{}">{}</time>',
        instant.isoformat(),
        reading.exact(instant, context["language"]),
        reading.near(instant, context["language"], now=context["now"], clock=clock),
    )


@register.simple_tag(takes_context=True)
def cells(context: Context, columns: Sequence[Column], values: Sequence[Any]) -> SafeString:
    """The cells of a row of a list after the first, each under the name and of the kind of its column.

    Drawn here and not in the template, because a page has some four hundred of them.
    ValueError when there are more or fewer values than columns.
    """
    pairs = list(zip(columns, values, strict=True))[1:]
    language = context["language"]
    drawn = (
        f"{_opening(column, language)}{conditional_escape(_shown(context, column.kind, value))}</td>"
        for column, value in pairs
    )
    return SafeString("".join(drawn))


@lru_cache(maxsize=1024)
def _opening(column: Column, language: str) -> SafeString:
    label = reading.said(column.label, language)
    return format_html('<td class="cell-{}" data-label="{}">', column.kind, label)


def _shown(context: Context, kind: str, value: Any) -> str:
    if not value and value != 0:
        return _NONE
    return _KINDS.get(kind, said_here)(context, value)


_NONE = SafeString('<span class="muted">—</span>')
_KINDS: Mapping[str, Callable[[Context, Any], str]] = MappingProxyType(
    {
        "light": lambda context, colour: component(context, "light", colour=colour),
        "state": lambda context, state: component(context, "state_chip", state=state),
        "code": lambda context, code: component(context, "code", value=code, copy=False),
        "moment": moment,
        "number": lambda context, number: reading.grouped(number),
        "link": lambda context, link: format_html(
            '<a class="button" href="{}">{}</a>', link.href, said_here(context, link.label)
        ),
    }
)


@register.simple_tag(takes_context=True)
def ago(context: Context, instant: Any) -> str:
    """How long ago (or in how long) in the reader's words, without the exact instant."""
    return reading.distance(instant, context["language"], now=context["now"])


@register.simple_tag
def asset(entry: str) -> str:
    """The script and style tags of one Vite entry: ``{% asset "console.ts" %}``."""
    tags: str = DjangoViteAssetLoader.instance().generate_vite_asset(entry)
    return SafeString(tags)


@register.simple_tag(takes_context=True)
def form_field(context: Context, field: BoundField) -> SafeString:
    """Draw a bound field of a plain Django form with the component ``field``."""
    return component(context, "field", **bound_fields.field_parameters(field))


@register.simple_tag(takes_context=True)
def form_errors(context: Context, form: BaseForm) -> SafeString:
    """Draw the errors of a form with the component ``error_summary``; nothing if it has none."""
    return component(context, "error_summary", errors=bound_fields.form_problems(form))


@register.simple_tag(takes_context=True)
def form_fields(context: Context, form: BaseForm) -> SafeString:
    """Draw the errors of a form, then every field in its order."""
    drawn = [form_errors(context, form), *(form_field(context, field) for field in form)]
    return SafeString("".join(drawn))


@register.simple_tag
def asks_again(
    address: str, *, seconds: int = 2, part: str = "", swap: str = "outerHTML"
) -> SafeString:
    """Attributes of an element that asks by itself, every few seconds, how far something is.

    The answer takes the place of the element; of an answer that is a whole page only ``part``, a
    selector, does. ``swap="none"`` leaves the element: the answer leads elsewhere once it is done.
    Such a request does not count as use of the session (interfaces/web/idle.py).
    """
    return format_html(
        'hx-get="{}" hx-trigger="every {}s" hx-headers="{}"{} hx-swap="{}"',
        address,
        seconds,
        '{"By-Itself": "yes"}',
        format_html(' hx-select="{}"', part) if part else "",
        swap,
    )


@register.simple_tag(takes_context=True)
def example(context: Context, shown: Example) -> SafeString:
    """Draw one example of the gallery."""
    return component(context, shown.component, **shown.context)

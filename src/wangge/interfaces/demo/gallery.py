"""The gallery: every example of every component, together or one alone.

It shows what a component looks like in every case; the browser tests go through each example in every
language.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.views.decorators.http import require_GET

from wangge.interfaces.web.components.examples import component_names, examples_of
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal


@require_GET
def gallery(request: Request) -> HttpResponse:
    """All of them on one page, under the names of their components."""
    now = request.now
    shown = [(name, examples_of(name, now=now)) for name in component_names()]
    return page(request, "demo/gallery.html", gallery=shown)


@require_GET
def gallery_example(request: Request, component: str, number: int) -> HttpResponse:
    """One example with nothing next to it; refused as missing where there is none."""
    if component not in component_names():
        raise Refusal.not_found(Message("refusal.page_not_found"))
    examples = examples_of(component, now=request.now)
    if number >= len(examples):
        raise Refusal.not_found(Message("refusal.page_not_found"))
    return page(request, "demo/gallery_example.html", shown=examples[number])

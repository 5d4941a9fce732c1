"""A page with one form: shown, carried out, or shown again with what was wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect

from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Link, Words
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.request import Request
from wangge.lib.refusal import Refusal


def form_page(
    request: Request,
    form: BaseForm,
    carry_out: Callable[[], str],
    *,
    here: str,
    title: Words,
    submit: Words,
    back: str,
    lead: Words = "",
    crumbs: Sequence[Link] = (),
    template: str = "console/floor/one_form.html",
    **context: Any,
) -> HttpResponse:
    """`carry_out` does the work and returns the address to go to; its refusal is shown in the form."""
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                return redirect(carry_out())
            except Refusal as refusal:
                if refusal.status not in {409, 422}:
                    raise
                take_over(form, refusal)
                status = refusal.status
    return console_page(
        request,
        template,
        here=here,
        status=status,
        form=form,
        title=title,
        submit=submit,
        back=back,
        lead=lead,
        crumbs=crumbs,
        action=request.get_full_path(),
        uploads=form.is_multipart(),
        **context,
    )

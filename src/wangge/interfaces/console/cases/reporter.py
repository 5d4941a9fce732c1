"""The reporter on the page of a case: masked, and shown once for a purpose that is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Entry, Fact
from wangge.interfaces.web.forms import ask, offer, take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.work.cases.models import Case
from wangge.work.cases.operations.identity import open_identity
from wangge.work.cases.queries.lines import title_of
from wangge.work.cases.queries.reporters import Look, looks_at, masked_identity, purposes_of
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.identity import Identity


class PurposeForm(forms.Form):
    """The purpose. Choices in the browser are no check: the operation refuses what does not fit."""

    purpose = forms.ChoiceField(label=ask("reporter.purpose"), widget=forms.RadioSelect)

    def __init__(self, case: Case, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "purpose", [(each.value, each.words) for each in purposes_of(case)])


@dataclass(frozen=True, slots=True)
class Shown:
    """What the fragment draws. `form` is None where nothing is left to open, or it is open already."""

    facts: list[Fact]
    is_open: bool
    form: PurposeForm | None
    url: str
    looks: list[Entry]


def reporter_of(request: Request, case: Case) -> Shown | None:
    """The masked line, the form that opens it, and who has looked; None for people who may not know."""
    identity = masked_identity(case, request.actor)
    if identity is None:
        return None
    can_open = identity.is_known and purposes_of(case)
    return _shown(request, case, identity, PurposeForm(case) if can_open else None)


@require_POST
@signed_in()
def open_reporter(request: Request, number: str) -> HttpResponse:
    """Show name and number unmasked, this once, on a page that no cache keeps."""
    by, at = request.actor, request.now
    case = case_by_number(number, by)
    form = PurposeForm(case, request.POST)
    try:
        said = request.POST.get("purpose", "")
        identity = open_identity(case.pk, said, by=by, at=at)
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        form.is_valid()
        form.errors.pop("purpose", None)
        take_over(form, refusal)
        masked = masked_identity(case, by) or Identity("", "")
        return _page(request, case, _shown(request, case, masked, form), status=422)
    return _page(request, case, _shown(request, case, identity, None, is_open=True))


def _shown(
    request: Request,
    case: Case,
    identity: Identity,
    form: PurposeForm | None,
    *,
    is_open: bool = False,
) -> Shown:
    looks = looks_at(case, request.actor)
    return Shown(
        facts=_facts(identity),
        is_open=is_open,
        form=form,
        url=reverse("open-reporter", args=[case.number]),
        looks=[Entry(look.at, look.purpose.words, post=_post_words(look)) for look in looks],
    )


def _post_words(look: Look) -> Message:
    return Message(
        "organisation.post",
        unit=Message(f"unit.kind.{look.post.unit.kind}"),
        post=Message(f"post.kind.{look.post.kind}"),
    )


def _facts(identity: Identity) -> list[Fact]:
    """A report without name and number is marked as such, so that nobody goes looking for them."""
    if not identity.is_known:
        return [Fact(Message("reporter.name"), Message("reporter.anonymous"))]
    none = Message("reporter.not_left")
    return [
        Fact(Message("reporter.name"), identity.name or none),
        Fact(Message("reporter.phone"), identity.phone or none),
    ]


def _page(request: Request, case: Case, shown: Shown, *, status: int = 200) -> HttpResponse:
    response = console_page(
        request,
        "console/cases/reporter_page.html",
        here="cases",
        status=status,
        case=case,
        lead=title_of(case),
        back=reverse("case", args=[case.number]),
        reporter=shown,
    )
    response["Cache-Control"] = "no-store"
    return response

"""Entering a case: seen by the official, or reported by a resident, who is then named as well."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.doors.door import door
from wangge.interfaces.console.cases.entry_filing import Entered, file_entry
from wangge.interfaces.console.cases.entry_form import EntryForm, proposed_for
from wangge.interfaces.console.floor.drawn_fields import drawn
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Fact, Link
from wangge.interfaces.web.door import outside_door
from wangge.interfaces.web.errors import refused
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib import query_code
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.work.cases.operations.answering import attach_to_report
from wangge.work.cases.queries.lines import place_codes, place_words
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.categories import category

Answer = TypeVar("Answer")


@outside_door
@require_http_methods(["GET", "POST"])
@signed_in()
def enter_case(request: Request) -> HttpResponse:
    """The form; sent without a category it comes back with proposals, else the receipt follows.

    For a complaint it also asks about whom.

    Two doors: the report is made as the official, its photos are attached with the receipt, because
    an official who enters a complaint may not see the case afterwards. Sent twice, the form leads to
    the same case.
    """
    actor = request.actor
    reading = request.method == "GET"
    unit = _begin if reading else _enter
    answer = door(actor, lambda: _or_refused(request, unit), read_only=reading)
    if isinstance(answer, HttpResponse):
        return answer
    holder = Actor.reporter(receipt_digest(answer.number, answer.code))
    receipt = partial(_receipt, entered=answer, holder=holder)
    return door(holder, lambda: _or_refused(request, receipt))


def _or_refused(request: Request, unit: Callable[[Request], Answer]) -> Answer | HttpResponse:
    """A Refusal becomes a page inside the transaction, as in the web's own door."""
    try:
        return unit(request)
    except Refusal as refusal:
        return refused(request, refusal)


@require_POST
@signed_in(Permission.CASE_REPORT)
def kinds(request: Request) -> HttpResponse:
    """The fragment with the categories that fit the words typed so far."""
    form = _form(request, initial={"words": request.POST.get("words", "")})
    return render(request, "console/cases/enter_kinds.html", {"form": form})


def _begin(request: Request) -> HttpResponse:
    _check_leave(request)
    fresh = {"query_code": query_code.new_code(), "source": "behalf", "contact": "preset"}
    return _ask(request, _form(request, initial=fresh))


def _enter(request: Request) -> HttpResponse | Entered:
    _check_leave(request)
    form = _form(request, sent=True)
    if not form.is_valid():
        return _ask(request, form, status=422)
    if form.lacks_category or form.lacks_whom:
        return _ask(request, form)
    try:
        return file_entry(form, by=request.actor, at=request.now)
    except Refusal as refusal:
        if refusal.status != 422:
            raise
        take_over(form, refusal)
        return _ask(request, form, status=422)


def _check_leave(request: Request) -> None:
    if not request.actor.holds(Permission.CASE_REPORT):
        raise Refusal.forbidden()


def _form(
    request: Request, *, sent: bool = False, initial: dict[str, str] | None = None
) -> EntryForm:
    words = request.POST.get("words", "")
    return EntryForm(
        *((request.POST, request.FILES) if sent else ()),
        initial=initial,
        actor=request.actor,
        at=request.now,
        proposed=proposed_for(words),
    )


def _ask(request: Request, form: EntryForm, *, status: int = 200) -> HttpResponse:
    fields = {each.bound.name: each for each in drawn(form)}
    first = ("place", "group", "place_words", "words")
    apart = {*first, "category", "other_category", "complained_of"}
    return console_page(
        request,
        "console/cases/enter.html",
        here="cases",
        status=status,
        form=form,
        where_and_what=[fields[name] for name in first],
        who=[each for name, each in fields.items() if name not in apart],
        emergency=any(each.emergency_number_first for each in form.proposed),
        choose_kind=form.is_bound and status == 200 and form.lacks_category,
        whom=form["complained_of"] if form.asks_whom else None,
    )


def _receipt(request: Request, entered: Entered, holder: Actor) -> HttpResponse:
    at = request.now
    case = case_by_number(entered.number, holder)
    if entered.files:
        attach_to_report(case.pk, entered.files, by=holder, at=at)
    names = areas.names_of(place_codes([case]))
    response = console_page(
        request,
        "console/cases/entered.html",
        here="cases",
        number=case.number,
        query_code=query_code.grouped(entered.code),
        facts=[
            Fact(Message("console.fact.reported"), case.reported_at, kind="moment"),
            Fact(Message("console.fact.category"), category(case.category).words),
            Fact(Message("console.fact.place"), place_words(case, names)),
            Fact(Message("console.fact.unit"), Message(f"unit.kind.{case.responsible_unit.kind}")),
        ],
        emergency=category(case.category).emergency_number_first,
        onward=[
            Link(Message("console.entered.another"), reverse("enter-case")),
            Link(Message("console.entered.case"), reverse("case", args=[case.number])),
        ],
    )
    response["Cache-Control"] = "no-store"
    return response

"""Filling posts: a post with its holders, appointing, ending a term, naming a substitute."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.officers import OfficerSearch, officer_words
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.console.organisation.appointment_forms import (
    AppointForm,
    BackForm,
    DismissForm,
    SubstituteForm,
)
from wangge.interfaces.web.components.shapes import Link
from wangge.interfaces.web.forms import Choices, ask, take_over
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.rules import needs_second_factor
from wangge.registers.areas import queries as areas
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations import operations
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries import officers
from wangge.registers.organisations.queries.holders import terms_of
from wangge.registers.organisations.queries.officers import MOST_FOUND
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.organisations.queries.vacancies import Candidate, candidates_for, cover_chain
from wangge.registers.organisations.rules.origins import records_origin
from wangge.registers.people.queries import officers_named

APPOINT = Permission.ORGANISATION_APPOINT


@require_GET
@signed_in(APPOINT)
def post_page(request: Request, post: UUID) -> HttpResponse:
    """Who holds a post, who will, who substitutes, who covers it and why; what may be done."""
    found = officers.post_to_fill(post, request.actor)
    today = _today(request)
    terms = terms_of(found.pk, today)
    is_held = any(term.starts_on <= today for term in terms)
    return _page(
        request,
        found,
        "console/organisation/post.html",
        title=post_words(found),
        terms=terms,
        is_held=is_held,
        today=today,
        substitutions=officers.substitutions_of(found.pk, today),
        chain=[] if is_held else cover_chain(found, today),
        proposed=[] if is_held else candidates_for([found], today).get(found.pk, []),
        appoint_url=reverse("appoint", args=[found.pk]),
        actions=_actions(found, is_held=is_held),
        rule=_rule(found),
    )


@require_http_methods(["GET", "POST"])
@signed_in(APPOINT)
def appoint(request: Request, post: UUID) -> HttpResponse:
    """Put somebody into the post: one of those found by name or proposed, or somebody new."""
    found = officers.post_to_fill(post, request.actor)
    proposed = candidates_for([found], _today(request)).get(found.pk, [])
    form = AppointForm(
        _people(request, proposed),
        request.POST or None,
        asks_origin=records_origin(found.unit.kind, found.kind),
        today=_today(request),
        initial=_chosen(request, proposed),
    )

    def carry_out() -> None:
        said = form.cleaned_data
        terms = {"starts_on": said["starts_on"], "origin": said.get("origin", "")}
        by, at = request.actor, request.now
        if form.is_newcomer:
            operations.appoint_newcomer(found.pk, form.newcomer, **terms, by=by, at=at)
        else:
            operations.appoint(found.pk, UUID(said["person"]), **terms, by=by, at=at)

    outlook = [Message("appointment.outlook.appoint")]
    if needs_second_factor(found.kind, found.area_id):
        outlook.append(Message("appointment.outlook.second_factor"))
    words = {
        "heading": Message("appointment.appoint"),
        "outlook": outlook,
        "rule": _rule(found),
        "search": _search(request),
        "terms": terms_of(found.pk, _today(request)),
    }
    return _ask_or_do(request, found, form, carry_out, words)


@require_http_methods(["GET", "POST"])
@signed_in(APPOINT)
def substitute(request: Request, post: UUID) -> HttpResponse:
    """Name who acts in the post while its holder is away."""
    found = officers.post_to_fill(post, request.actor)
    form = SubstituteForm(_people(request, []), request.POST or None, today=_today(request))

    def carry_out() -> None:
        operations.substitute(
            found.pk,
            UUID(form.cleaned_data["person"]),
            starts_on=form.cleaned_data["starts_on"],
            ends_on=form.ends_on,
            by=request.actor,
            at=request.now,
        )

    words = {
        "heading": Message("appointment.substitute"),
        "outlook": [Message("appointment.outlook.substitute")],
        "search": _search(request),
        "terms": terms_of(found.pk, _today(request)),
    }
    return _ask_or_do(request, found, form, carry_out, words)


@require_http_methods(["GET", "POST"])
@signed_in(APPOINT)
def dismiss(request: Request, appointment: UUID) -> HttpResponse:
    """End somebody's term on a day."""
    term = officers.term_to_end(appointment, request.actor)
    form = DismissForm(request.POST or None, today=_today(request))

    def carry_out() -> None:
        operations.dismiss(
            term.pk,
            ends_on=form.cleaned_data["ends_on"],
            by=request.actor,
            at=request.now,
        )

    others = [
        each for each in terms_of(term.post_id, _today(request)) if each.appointment_id != term.pk
    ]
    after = [] if others else cover_chain(term.post, _today(request))
    words = {
        "heading": Message("appointment.dismiss_whom", name=term.person.name),
        "outlook": [Message("appointment.outlook.dismiss", name=term.person.name)],
        "terms": others,
        "chain": after,
    }
    return _ask_or_do(request, term.post, form, carry_out, words)


@require_http_methods(["GET", "POST"])
@signed_in(APPOINT)
def end_substitution(request: Request, substitution: UUID) -> HttpResponse:
    """End a substitution early: the holder is back."""
    found = officers.substitution_to_end(
        substitution,
        request.actor,
        _today(request),
    )
    form = BackForm(request.POST or None, today=_today(request))

    def carry_out() -> None:
        operations.end_substitution(
            found.pk,
            ends_on=form.cleaned_data["ends_on"],
            by=request.actor,
            at=request.now,
        )

    name = found.substitute.name
    words = {
        "heading": Message("appointment.back_whom", name=name),
        "outlook": [Message("appointment.outlook.back", name=name)],
        "terms": terms_of(found.post_id, _today(request)),
    }
    return _ask_or_do(request, found.post, form, carry_out, words)


def _ask_or_do(
    request: Request, post: Post, form: Any, carry_out: Callable[[], None], words: Any
) -> HttpResponse:
    """Show the form, or carry it out and go back to the post; a refusal comes back in the form."""
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                carry_out()
            except Refusal as refusal:
                if refusal.status not in {409, 422}:
                    raise
                take_over(form, refusal)
                status = refusal.status
            else:
                return redirect("post-page", post.pk)
        else:
            status = 422
    shown = {"chain": [], "rule": None, "search": None, "today": _today(request)} | words
    return _page(
        request,
        post,
        "console/organisation/appointment.html",
        status=status,
        form=form,
        title=post_words(post),
        action=request.get_full_path(),
        back=reverse("post-page", args=[post.pk]),
        **shown,
    )


def _page(request: Request, post: Post, template: str, **context: Any) -> HttpResponse:
    path = areas.path_of(post.area_id)
    crumbs = [
        Link(area.name, reverse("organisation-at", args=[area.code]))
        for area in path
        if len(area.code) <= len(post.unit.area_id)
    ]
    place = "" if post.area_id == post.unit.area_id else grid_words(post.area.name)
    return console_page(
        request, template, here="organisation", post=post, place=place, crumbs=crumbs, **context
    )


def _actions(post: Post, *, is_held: bool) -> list[Link]:
    appointing = Link(Message("appointment.appoint"), reverse("appoint", args=[post.pk]))
    standing_in = Link(Message("appointment.substitute"), reverse("substitute", args=[post.pk]))
    if not is_held:
        return [appointing]
    return [standing_in] if post.single_holder else [appointing, standing_in]


def _rule(post: Post) -> Message:
    return Message(f"appointment.rule.{'one' if post.single_holder else 'several'}")


def _today(request: Request) -> date:
    return county_day(request.now)


def _search(request: Request) -> OfficerSearch:
    return OfficerSearch(request.GET)


def _people(request: Request, proposed: list[Candidate]) -> Choices:
    """The people found by name if one was searched for, else those that are proposed."""
    who = request.GET.get("who", "").strip()
    if not who:
        return [(str(each.person_id), _proposal_words(each)) for each in proposed]
    found = list(officers_named(who)[:MOST_FOUND])
    posts = officers.posts_of_people(
        [person.pk for person in found],
        request.now,
    )
    return [(str(each.pk), officer_words(each.name, posts.get(each.pk, []))) for each in found]


def _proposal_words(each: Candidate) -> Any:
    return ask("appointment.proposal", origin=each.origin.words, name=each.name, post=each.post)


def _chosen(request: Request, proposed: list[Candidate]) -> dict[str, str]:
    """The initial choice: the person picked in the list of vacancies."""
    picked = request.GET.get("person", "")
    found = next((each for each in proposed if str(each.person_id) == picked), None)
    return {"person": picked, "origin": found.origin.value} if found else {}

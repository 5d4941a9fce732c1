"""The log as the auditor reads it: who did what, when, in which post; never the contents of things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.shell import console_page
from wangge.interfaces.web.components.shapes import Column, Fact, Link, Row
from wangge.interfaces.web.forms import DayField, ask
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import InvalidAreaCode, Level, level_of
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.areas.rules.grids import grid_words
from wangge.registers.audit import queries as audit
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.queries import NEWEST_FIRST, Sought
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.queries.posts import post_words
from wangge.registers.people.queries import names_of_officers, officers_named

READ: Final = Permission.AUDIT_READ
COLUMNS: Final = (
    Column(Message("audit.column.event")),
    Column(Message("audit.column.at"), "moment"),
    Column(Message("audit.column.person")),
    Column(Message("audit.column.post")),
    Column(Message("audit.column.area")),
)
_MOST_OF_A_NAME: Final = 50
_TAKEN_OUT_WITHIN: Final = timedelta(days=30)


class Filters(forms.Form):
    """The search; it is part of the address, so that a finding can be sent and kept."""

    kind = forms.ChoiceField(
        label=ask("audit.column.event"),
        choices=[
            ("", ask("audit.any")),
            *((e.value, ask(f"audit.event.{e.value}")) for e in Event),
        ],
        required=False,
    )
    person = forms.CharField(label=ask("audit.column.person"), max_length=60, required=False)
    object = forms.CharField(label=ask("audit.column.object"), max_length=40, required=False)
    area = forms.CharField(label=ask("audit.column.area_code"), max_length=15, required=False)
    day = DayField(label=ask("audit.column.day"), required=False)

    def clean_area(self) -> str:
        code: str = self.cleaned_data["area"].strip()
        try:
            level_of(code or "43")
        except InvalidAreaCode as error:
            raise forms.ValidationError("", code="invalid") from error
        return code


@dataclass(frozen=True, slots=True)
class Names:
    """Names for the codes in some events: one query for each kind of thing."""

    people: dict[UUID, str]
    posts: dict[UUID, Post]
    areas: dict[str, str]

    @classmethod
    def of(cls, events: Sequence[AuditEvent]) -> Names:
        """The names that these events need."""
        posts = {event.post_id for event in events if event.post_id}
        return cls(
            names_of_officers(event.person_id for event in events if event.person_id),
            {post.pk: post for post in Post.objects.filter(pk__in=posts).select_related("unit")},
            areas.names_of(_with_villages(event.area_code for event in events)),
        )

    def who(self, event: AuditEvent) -> Message | str:
        """The officer's name; for others only that they are not an officer, or that it was the clock."""
        if event.person_id is None:
            return Message("audit.who.nobody")
        return self.people.get(event.person_id) or Message("audit.who.resident")

    def post(self, event: AuditEvent) -> Message | str:
        """The post whose permission allowed it, if one did."""
        found = self.posts.get(event.post_id) if event.post_id else None
        return post_words(found) if found else ""

    def area(self, event: AuditEvent) -> Message | str:
        """The place as people say it, or its code where it has no name."""
        code: str = event.area_code
        name = self.areas.get(code)
        if name is None:
            return code
        village = self.areas.get(code[: Level.VILLAGE]) if len(code) == Level.GRID else None
        if village is None:
            return name
        return Message("audit.place.grid", village=village, grid=grid_words(name))


def _with_villages(codes: Iterable[str]) -> set[str]:
    """The codes, and for each grid its village: a grid's number alone names no place."""
    named = {code for code in codes if code}
    return named | {code[: Level.VILLAGE] for code in named if len(code) == Level.GRID}


@require_GET
@signed_in(READ)
def audit_log(request: Request) -> HttpResponse:
    """The events of the auditor's area, the newest first."""
    form = Filters(request.GET)
    events = audit.readable(request.actor)
    events = audit.sought_in(events, _sought(form)) if form.is_valid() else events.none()
    found = page_of(request, events, NEWEST_FIRST)
    names = Names.of(found.rows)
    return console_page(
        request,
        "console/administration/audit_log.html",
        here="audit",
        form=form,
        fields=form.visible_fields(),
        clear=request.path if any(request.GET.values()) else "",
        columns=COLUMNS,
        rows=[_row(event, names) for event in found.rows],
        found=found,
        taken_out=_taken_out(request),
        taken_out_url=f"{request.path}?kind={Event.NAMES_TAKEN_OUT.value}",
    )


def _taken_out(request: Request) -> Message:
    """How much was taken out that may name people, in the auditor's area."""
    since = request.now - _TAKEN_OUT_WITHIN
    found = audit.names_taken_out(audit.readable(request.actor), since)
    days = _TAKEN_OUT_WITHIN.days
    return Message("audit.taken_out", days=days, files=found.files, rows=found.rows)


@require_GET
@signed_in(READ)
def audit_event(request: Request, event: UUID) -> HttpResponse:
    """One event with its codes, and links to others of the same person, thing and day."""
    found = audit.readable(request.actor).filter(pk=event).first()
    if found is None:
        raise Refusal.not_found(Message("audit.thing"))
    return console_page(
        request,
        "console/administration/audit_event.html",
        here="audit",
        title=_words(found),
        crumbs=[Link(Message("console.rail.audit"), reverse("audit"))],
        facts=_facts(found, Names.of([found])),
        codes=[Fact(name, _shown(value)) for name, value in sorted(found.codes.items())],
        links=_others(found),
    )


def _sought(form: Filters) -> Sought:
    said = form.cleaned_data
    return Sought(
        kind=said["kind"],
        people=_people(said["person"].strip()),
        object_id=said["object"].strip(),
        area_code=said["area"],
        day=said["day"],
    )


def _people(said: str) -> list[UUID] | None:
    """Officers by a part of the name, or the one with this key; None if nobody was named."""
    if not said:
        return None
    try:
        return [UUID(said)]
    except ValueError:
        return [person.pk for person in officers_named(said)[:_MOST_OF_A_NAME]]


def _row(event: AuditEvent, names: Names) -> Row:
    return Row(
        (_words(event), event.at, names.who(event), names.post(event), names.area(event)),
        href=reverse("audit-event", args=[event.pk]),
    )


def _words(event: AuditEvent) -> Message | str:
    """The event in words; a kind that is no longer written, by its code."""
    known = event.kind in set(Event)
    return Message(f"audit.event.{event.kind}") if known else event.kind


def _facts(event: AuditEvent, names: Names) -> list[Fact]:
    facts = [
        Fact(Message("audit.column.at"), event.at, kind="moment"),
        Fact(Message("audit.column.person"), names.who(event)),
        Fact(Message("audit.column.post"), names.post(event)),
        Fact(Message("audit.column.area"), names.area(event)),
        Fact(Message("audit.column.door"), event.door),
        Fact(Message("audit.column.kind"), event.kind, kind="code"),
        Fact(Message("audit.column.object"), f"{event.object_kind} {event.object_id}", kind="code"),
    ]
    return [fact for fact in facts if fact.value]


def _shown(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _others(event: AuditEvent) -> list[Link]:
    here = reverse("audit")
    links = [
        Link(Message("audit.same_day"), f"{here}?day={county_day(event.at)}"),
        Link(Message("audit.same_kind"), f"{here}?kind={event.kind}"),
    ]
    if event.person_id:
        links.append(Link(Message("audit.same_person"), f"{here}?person={event.person_id}"))
    if event.object_id:
        links.append(Link(Message("audit.same_object"), f"{here}?object={event.object_id}"))
    return links

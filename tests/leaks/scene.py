"""The scene: things of every kind in all places, everybody signed in, and the marks of it all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from tests.factories.world import COUNTY, Officer
from tests.leaks.asking import Asking
from tests.leaks.oracle import staff
from tests.leaks.stories import Played
from tests.leaks.thing import MARK, One, Thing, all_things
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.portal.receipt_in_hand import Receipt, hand_over
from wangge.registers.accounts.models import Account
from wangge.registers.audit.models import AuditEvent
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.models import Notice
from wangge.registers.organisations.models import Appointment, Post, Substitution
from wangge.registers.organisations.operations import tokens
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case

CLOCK = Actor.clock(COUNTY)
VISITOR = "visitor"


@dataclass(frozen=True, slots=True)
class Found:
    """A mark that stands in an answer: of which thing, of which one, and what it tells."""

    thing: str
    key: str
    sort: str


@dataclass
class Scene:
    """All things by name and key, and for every role a way to ask."""

    things: dict[str, dict[str, One]] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    own: dict[str, dict[str, object]] = field(default_factory=dict)  # a notice and token of each
    _marks: dict[str, Found] = field(default_factory=dict)

    def add(self, thing: Thing) -> None:
        """Make a thing, and know its marks from now on."""
        made = list(thing.make(self.things))
        self.things[thing.name] = {one.key: one for one in made}
        for one in made:
            for mark, sort in one.marks.items():
                assert MARK.fullmatch(mark), f"{thing.name}: {mark} has not the form of a mark"
                assert mark not in self._marks, f"{thing.name}: {mark} betrays two things"
                self._marks[mark] = Found(thing.name, one.key, sort)

    @property
    def cases(self) -> Mapping[str, Played]:
        """The cases by their key in the table."""
        return {key: _played(one) for key, one in self.things["case"].items()}

    def browser(self, role: str, receipt: Played | None = None) -> Asking:
        """The browser of a member of staff or a visitor, with a receipt in it if given."""
        cookies = {settings.SESSION_COOKIE_NAME: self.sessions[role]} if role != VISITOR else {}
        if receipt is not None:
            held = hand_over(HttpResponse(), Receipt(receipt.number, receipt.code))
            cookies |= {name: kept.value for name, kept in held.cookies.items()}
        return Asking(cookies, {})

    def program(self, role: str) -> Asking:
        """The program of a member of staff; a visitor's has no token."""
        headers = {"Idempotency-Key": str(uuid4())}
        known = {"Authorization": f"Bearer {self.tokens[role]}"} if role != VISITOR else {}
        return Asking({}, headers | known)

    def found(self, text: str) -> set[Found]:
        """What an answer betrays, including words in the form of a mark that no thing declares."""
        said = set(MARK.findall(text))
        unknown = {Found("", mark, "words") for mark in said - self._marks.keys() if "ZZ" in mark}
        return unknown | {self._marks[mark] for mark in said & self._marks.keys()}

    def marks(self, text: str) -> set[str]:
        """The cases whose words or numbers stand in an answer."""
        return {found.key for found in self.found(text) if found.thing == "case"}


def _played(one: One) -> Played:
    said = {name: str(one.ids[name]) for name in ("number", "code", "name", "phone")}
    return Played(key=one.key, **said, ids=dict(one.ids))


@contextmanager
def taken_back() -> Iterator[None]:
    """Whatever is done meanwhile is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def build() -> Scene:
    """Make everything in the database at hand, and commit."""
    scene = Scene()
    for thing in all_things().values():
        scene.add(thing)
    for role, posts in staff().items():
        _sign_in(scene, role, posts)
    return scene


def office(role: str) -> dict[str, object]:
    """Ids around a member of staff: post, appointment, account, and an event of the log."""
    account = Account.objects.get(username=role)
    term = Appointment.objects.select_related("post").get(person__account=account)
    event = door(CLOCK, AuditEvent.objects.filter(person_id=term.person_id).first)
    ids = {"post": term.post_id, "appointment": term.pk, "account": account.pk}
    ids |= {"person": term.person_id, "unit": term.post.unit_id}
    leave = Substitution.objects.filter(post=term.post_id).first()
    ids |= {"substitution": leave.pk if leave else uuid4()}
    return {**ids, "event": event.pk if event else uuid4()}


def _sign_in(scene: Scene, role: str, posts: tuple[Officer, ...]) -> None:
    account = Account.objects.get(username=role)
    client = Client()
    client.force_login(account)
    scene.sessions[role] = client.cookies[settings.SESSION_COOKIE_NAME].value
    by, at = actor_of(account.pk, timezone.now()), timezone.now()
    first = posts[0]
    post = Post.objects.get(
        unit__kind=first.unit_kind, area=first.area_code, kind=first.post_kind, valid_to=None
    )
    until = county_day(at) + timedelta(days=30)
    issued = door(by, lambda: tokens.issue(post.pk, role, expires_on=until, by=by, at=at))
    scene.tokens[role] = issued.text
    scene.own[role] = {"notice": _notice_of(account.pk), "token": issued.token.pk}


def _notice_of(account_id: UUID) -> object:
    """An unread notice of the person, or one nobody has."""
    person = Person.objects.get(account=account_id)
    rows = Notice.objects.filter(person_id=person.pk, read_at=None).order_by("id")
    return door(CLOCK, rows.values_list("pk", flat=True).first) or uuid4()


def case_of(number: str) -> Case:
    """The row, as the clock sees it."""
    return door(CLOCK, lambda: Case.objects.get(number=number))

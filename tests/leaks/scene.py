"""The cases of the table, played; everybody signed in; every answer read for marks.

The words of each case bear its mark, `ZZ<key>ZZ<where>`, at the beginning, because lists show no
more than that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.gis.geos import Point, Polygon
from django.core.handlers.base import BaseHandler
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from tests.factories.world import BUILT_AT, COUNTY, START, VILLAGE, Officer
from tests.insight.divisions import drawn
from tests.leaks.oracle import Written, staff, written
from tests.work.cases.desk import Desk, picture
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.interfaces.portal.receipt_in_hand import Receipt, hand_over
from wangge.lib import query_code
from wangge.registers.accounts.models import Account
from wangge.registers.areas.operations import draw
from wangge.registers.audit.models import AuditEvent
from wangge.registers.calendars.queries import county_day
from wangge.registers.files.operations import adopt, keep
from wangge.registers.notices.models import Notice
from wangge.registers.organisations.models import Appointment, Post, Substitution, Unit
from wangge.registers.organisations.operations import substitute, tokens
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.organisations.rules.held import UnitFacts
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case, CaseFile, CaseTask, Supervision
from wangge.work.cases.operations.answering import attach_to_report
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.rules.move_codes import MoveCode as M

CLOCK = Actor.clock(COUNTY)
VISITOR = "visitor"
MARK = re.compile(r"ZZ([a-z0-9]+)ZZ([a-z]+)")
ELSEWHERE = "431124101204"


@dataclass(frozen=True, slots=True)
class Played:
    """A case of the table as it stands in the database."""

    key: str
    number: str
    code: str
    name: str
    phone: str
    ids: dict[str, object]  # of its file, its open task, its supervision


@dataclass(frozen=True)
class Asking:
    """Somebody who asks, through every middleware; without the test client's look into templates."""

    cookies: dict[str, str]
    headers: dict[str, str]

    def get(self, address: str) -> HttpResponse:
        return self._ask(lambda factory: factory.get(address, headers=self.headers))

    def post(self, address: str, said: Mapping[str, Any] | None = None) -> HttpResponse:
        """A form."""
        return self._ask(lambda factory: factory.post(address, said or {}, headers=self.headers))

    def send(self, address: str, said: Mapping[str, Any]) -> HttpResponse:
        """JSON."""
        return self._ask(
            lambda factory: factory.post(
                address, dict(said), content_type="application/json", headers=self.headers
            )
        )

    def _ask(self, make: Callable[[RequestFactory], HttpRequest]) -> HttpResponse:
        factory = RequestFactory()
        factory.cookies.load(self.cookies)
        request = make(factory)
        request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]
        return _handler().get_response(request)


@cache
def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


@dataclass
class Scene:
    """All cases by key, and for every role a way to ask."""

    cases: dict[str, Played] = field(default_factory=dict)
    sessions: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    own: dict[str, dict[str, object]] = field(default_factory=dict)  # a notice and token of each
    office: dict[str, object] = field(default_factory=dict)  # a post, its term, account, a draft

    def browser(self, role: str, receipt: Played | None = None) -> Asking:
        """The browser of a member of staff or a visitor, and of who holds a receipt."""
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

    def said(self, text: str) -> set[tuple[str, str]]:
        """Cases of which something stands in an answer that was said, and where it was said."""
        return set(MARK.findall(text))

    def marks(self, text: str) -> set[str]:
        """The cases whose words or numbers stand in an answer."""
        told = {key for key, _ in self.said(text)}
        return told | {key for key, case in self.cases.items() if case.number in text}


def build() -> Scene:
    """Play the table in the database at hand, and commit."""
    scene = Scene()
    door(CLOCK, _outline)
    for serial, case in enumerate(written().values(), start=1):
        scene.cases[case.key] = _play(case, serial)
    for role, posts in staff().items():
        _sign_in(scene, role, posts)
    for role in ("water_station_head", "sibling_township_leader"):
        _leave(role)
    scene.office = {**office("water_station_head"), "draft": drawn.draft(timezone.now(), drawn.ONE)}
    return scene


def _outline() -> None:
    """The village on the map, so that a case can be shown in it without its own point."""
    square = Polygon.from_bbox((111.50, 25.50, 111.52, 25.52))
    draw({VILLAGE: square}, source="x", synthetic=True, valid_from=START, by=CLOCK, at=BUILT_AT)


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


def _leave(role: str) -> None:
    """Somebody is going to stand in next month; until then it gives nobody any sight."""
    account = Account.objects.get(username=role)
    post = Appointment.objects.get(person__account=account).post_id
    deputy = Person.objects.get(account__username="mediator").pk
    begins = county_day(timezone.now()) + timedelta(days=30)
    span = {"starts_on": begins, "ends_on": begins + timedelta(days=5)}
    door(CLOCK, lambda: substitute(post, deputy, **span, by=CLOCK, at=timezone.now()))


def _play(case: Written, serial: int) -> Played:
    desk, code = Desk(timezone.now() - timedelta(days=1)), query_code.new_code()
    name, phone = f"ZZ{case.key}ZZname", f"100{serial:08d}"
    area = ELSEWHERE if case.story == "of_another_county" else case.area
    desk.report(
        case.category,
        area_code=area,
        words=f"ZZ{case.key}ZZwords",
        place_words=f"ZZ{case.key}ZZplace",
        query_code=code,
        name=name,
        phone=phone,
        handler_may_contact=case.may_contact,
        point=Point(111.59, 25.5, srid=4490),
    )
    _attach(desk, code, serial)
    _STORIES[case.story](desk, case)
    return Played(case.key, desk.number, code, name, phone, desk.ask(lambda: _ids(desk)))


def _attach(desk: Desk, code: str, serial: int) -> None:
    """A photo no other case has, laid to the report by its receipt."""
    kept = keep(picture(side=40 + serial), at=desk.at)
    holder = Actor.reporter(receipt_digest(desk.number, code))
    file = door(holder, lambda: adopt(kept, by=holder, at=desk.at))
    door(holder, lambda: attach_to_report(desk.case_id, [file], by=holder, at=desk.at))


def _ids(desk: Desk) -> dict[str, object]:
    def one(model: Any) -> object:
        return model.objects.filter(case=desk.case_id).values_list("pk", flat=True).first()

    found = {"file": one(CaseFile), "task": one(CaseTask), "item": one(Supervision)}
    return {name: pk or uuid4() for name, pk in found.items()}


def _reported(desk: Desk, case: Written) -> None:
    """It lies where it came in."""


def _taken_by_worker(desk: Desk, case: Written) -> None:
    desk.accept("station_clerk")
    desk.move("grid_worker", M.TAKE)


def _handed_to_worker(desk: Desk, case: Written) -> None:
    desk.accept("station_clerk", category=case.category)
    desk.move("station_head", M.TAKE)
    worker = Post.objects.get(area=case.area, kind="grid_worker")
    desk.move("station_head", M.HAND, post=str(worker.pk))


def _at_mediator(desk: Desk, case: Written) -> None:
    """With what was said on the way, and supervised by a unit that reads none of it."""
    desk.accept("station_clerk", category=case.category)
    mediation = _unit("v_mediation", case.area[:12])
    desk.move("station_head", M.DISPATCH, unit=mediation)
    desk.move("mediator", M.TAKE)
    desk.move("mediator", M.PROGRESS, words=f"ZZ{case.key}ZZprogress", for_reporter="false")
    desk.move(
        "supervisor",
        M.SUPERVISE,
        unit=mediation,
        card="ordinary",
        words=f"ZZ{case.key}ZZcard",
        answer_due="2030-01-07",
    )


def _to_be_checked(desk: Desk, case: Written) -> None:
    desk.accept("station_clerk", category=case.category)
    desk.move("station_clerk", M.TAKE)
    desk.move("station_clerk", M.COMPLETE, closing="settled", words=f"ZZ{case.key}ZZoutcome")


def _to_office(desk: Desk, case: Written, kind: str, handler: str) -> None:
    desk.accept("station_clerk")
    desk.move("station_head", M.ESCALATE, reason=f"ZZ{case.key}ZZreason", tried="x")
    desk.move("township_centre", M.DISPATCH, unit=_unit(kind, case.area[:9]))
    desk.move(handler, M.TAKE)
    desk.move(handler, M.PROGRESS, words=f"ZZ{case.key}ZZprogress", for_reporter="false")


def _at_water_station(desk: Desk, case: Written) -> None:
    """With an open question to a department, and supervised."""
    _to_office(desk, case, "t_water", "water_station_handler")
    desk.move(
        "township_centre",
        M.COORDINATE,
        departments=[_unit("transport", COUNTY)],
        words=f"ZZ{case.key}ZZtask",
    )
    desk.move(
        "supervisor",
        M.SUPERVISE,
        unit=_unit("t_water", case.area[:9]),
        card="yellow",
        words=f"ZZ{case.key}ZZcard",
        answer_due="2030-01-07",
    )


def _at_traffic_station(desk: Desk, case: Written) -> None:
    _to_office(desk, case, "t_traffic", "traffic_station_handler")


def _at_water_station_next_door(desk: Desk, case: Written) -> None:
    centre = "sibling_township_centre"
    desk.accept(centre, category=case.category, level="township")
    desk.move(centre, M.DISPATCH, unit=_unit("t_water", case.area[:9]))


def _of_another_county(desk: Desk, case: Written) -> None:
    """One deployment is one county; should rows of another ever lie here, nobody may see across."""
    station = Unit.objects.get(kind="v_service_station", area=case.area)
    desk_of_station = Post.objects.get(unit=station, kind="intake")

    def move_away() -> None:
        row = desk.case_row()
        facts = replace(
            facts_of(row),
            area_code=case.area,
            responsible=UnitFacts(station.pk, station.kind, facts_of(row).level, case.area),
            responsible_post_id=desk_of_station.pk,
        )
        lay_out(row, facts, desk.at)
        row.participants = [station.pk]
        row.save(force_update=True)

    desk.ask(move_away)


_STORIES: dict[str, Callable[[Desk, Written], None]] = {
    "reported": _reported,
    "taken_by_worker": _taken_by_worker,
    "handed_to_worker": _handed_to_worker,
    "at_mediator": _at_mediator,
    "to_be_checked": _to_be_checked,
    "at_water_station": _at_water_station,
    "at_traffic_station": _at_traffic_station,
    "at_water_station_next_door": _at_water_station_next_door,
    "of_another_county": _of_another_county,
}


def _unit(kind: str, area: str) -> str:
    return str(Unit.objects.get(kind=kind, area=area, valid_to=None).pk)


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

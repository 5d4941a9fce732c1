"""The first move: something is reported and becomes a case with a number, a receipt and an owner."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.contrib.gis.geos import Point
from django.db import connection

from wangge.access.actor import Actor, HeldPost
from wangge.access.permissions import Permission
from wangge.doors.operation import operation
from wangge.lib import case_number, query_code
from wangge.lib.area_code import ancestors, contains
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.lib.uuid7 import uuid7
from wangge.registers.accounts.adapters.key_ring import sealed_phone
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.queries.reach import find_post
from wangge.registers.organisations.queries.units import units_of_kinds
from wangge.registers.organisations.rules.lines import line_below
from wangge.work.cases.models import Case, CaseReporter
from wangge.work.cases.operations.noting import note_joining, note_step, note_term
from wangge.work.cases.operations.storing import lay_out
from wangge.work.cases.operations.telling import Happened, tell
from wangge.work.cases.operations.writing import handling_line
from wangge.work.cases.queries.destinations import find_unit
from wangge.work.cases.queries.law_today import law_today
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.rules.categories import categories
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.intake import Opening, opening
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.states import State

LONGEST_WORDS = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What is reported. `area_code` is the finest place known; `query_code` was made by the page.

    `name` and `phone` are the reporter's, empty for an anonymous report. `complained_of` are kinds
    of units a complaint is about, so that it does not reach them.
    """

    words: str
    category: str
    area_code: str
    query_code: str
    handler_may_contact: bool
    channel: str
    group_number: int | None = None
    place_words: str = ""
    point: Point | None = None
    name: str = ""
    phone: str = ""
    occurred_at: datetime | None = None
    complained_of: tuple[str, ...] = ()


@operation
def report(filing: Filing, *, by: Actor, at: datetime) -> Case:
    """Take in a report; returns the case with its number.

    Anybody may report for themselves; entering on behalf of somebody needs a post that may.
    """
    post = _post_of_entry(filing, by)
    _check(filing)
    law = law_today()
    begun = opening(filing.category, filing.area_code, law, at, filing.complained_of)
    case = Case(id=uuid7(at), number=_next_number(at), reported_at=at, channel=filing.channel)
    _fill_in(case, filing)
    facts = _facts(case, filing, begun)
    lay_out(case, facts, at)
    case.participants = [facts.responsible.unit_id]
    case.parties_shown_to = handling_line(case, facts)
    case.save(force_insert=True)
    _keep_reporter(case, filing, post, by, at)
    step = note_step(
        case,
        MoveCode.REPORT,
        before=None,
        post=post.post_id if post else None,
        by=by,
        at=at,
        occurred_at=filing.occurred_at,
        data={"category": filing.category},
    )
    note_term(case, None, begun.term, at)
    note_joining(case, [(facts.responsible.unit_id, "responsible")], at)
    record(
        Event.CASE_MOVED,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        post_id=post.post_id if post else None,
        move=MoveCode.REPORT.value,
        step=str(step.pk),
    )
    tell(Happened(case, step, facts, facts), MOVES[MoveCode.REPORT].recipients, by=by, at=at)
    return case


def _post_of_entry(filing: Filing, by: Actor) -> HeldPost | None:
    """Staff enter what they see or are told within their own area; a visitor needs no post."""
    if not by.is_person:
        return None
    post = by.post_for(Permission.CASE_REPORT, filing.area_code)
    # a place known only roughly lies above the clerk's own area
    above = (p for p in by.posts if contains(filing.area_code, p.area_code))
    post = post or next((p for p in above if Permission.CASE_REPORT in p.permissions), None)
    if post is None:
        raise Refusal.forbidden(Message("case.report.outside_area"))
    return post


def _check(filing: Filing) -> None:
    wrong: dict[str, Message] = {}
    if not filing.words.strip():
        wrong["words"] = Message("case.report.words_missing")
    elif len(filing.words) > LONGEST_WORDS:
        wrong["words"] = Message("case.report.words_too_long", most=LONGEST_WORDS)
    category = categories().get(filing.category)
    if category is None:
        wrong["category"] = Message("case.report.category_missing")
    elif category.is_personal_benefit and not (filing.name and filing.phone):
        wrong["phone"] = Message("case.report.benefit_not_anonymous")
    if not contains(settings.COUNTY_CODE, filing.area_code):
        wrong["area"] = Message("case.report.place_missing")
    try:
        query_code.normalise(filing.query_code)
    except Invalid as error:
        wrong["query_code"] = error.message
    if wrong:
        raise Refusal.invalid(wrong)


def _next_number(at: datetime) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('cases_number')")
        (sequence,) = cursor.fetchone()
    return case_number.make(settings.COUNTY_CODE, county_day(at), sequence)


def _fill_in(case: Case, filing: Filing) -> None:
    case.receipt = receipt_digest(case.number, filing.query_code)
    case.words = filing.words.strip()
    case.place_words = filing.place_words.strip()
    case.group_number = filing.group_number
    case.point = filing.point


def _facts(case: Case, filing: Filing, begun: Opening) -> CaseFacts:
    unit = find_unit(begun.handover.unit)
    return CaseFacts(
        case_id=case.pk,
        state=State.SUBMITTED,
        level=begun.level,
        category_code=filing.category,
        area_code=filing.area_code,
        restricted=begun.restricted,
        barred_units=_complained_of(filing) - {unit.unit_id} if begun.restricted else frozenset(),
        reporter_reachable=bool(filing.phone),
        responsible=unit,
        responsible_post_id=find_post(unit.unit_id, begun.handover.post_kind),
        term=begun.term,
        next_look_at=begun.next_look_at,
    )


def _complained_of(filing: Filing) -> frozenset[UUID]:
    """The units of these kinds over the place, and those that answer to them: no seat for any."""
    places = [*ancestors(filing.area_code), filing.area_code]
    line = {below for kind in filing.complained_of for below in (kind, *line_below(kind))}
    units = units_of_kinds(line, *places)
    return frozenset(units.values_list("pk", flat=True))


def _keep_reporter(
    case: Case, filing: Filing, post: HeldPost | None, by: Actor, at: datetime
) -> None:
    sealed = sealed_phone(filing.phone)
    CaseReporter(
        id=uuid7(at),
        case=case,
        name=filing.name.strip(),
        phone=sealed["phone"],
        phone_digest=sealed["phone_digest"],
        handler_may_contact=filing.handler_may_contact,
        person_id=by.person_id if not filing.name else None,
        on_behalf_by_id=post.post_id if post and filing.name else None,
    ).save(force_insert=True)

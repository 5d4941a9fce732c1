"""Telling people of a step: officials on their pages at once, the reporter by a job of the clock.

A notice says what happened to which case number and nothing of what was said in the case. For a
restricted case it gives only the number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from types import MappingProxyType
from typing import Final
from uuid import UUID

from django.conf import settings

from wangge.access.actor import Actor
from wangge.doors.jobs import later
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.calendars.queries import county_day
from wangge.registers.notices.operations import Note, send_to, tell_persons
from wangge.registers.notices.rules import Channel
from wangge.registers.organisations.queries.reach import desks_of, persons_in
from wangge.registers.people.models import Person
from wangge.work.cases.models import Case, CaseReporter, CaseStep
from wangge.work.cases.queries.facts import facts_of
from wangge.work.cases.queries.recipients import checker_of, checkers_in, heads_in_seats
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.moves import Recipient

_URGENT_KEYS: Final = frozenset({"urgent", "immediate"})


@dataclass(frozen=True, slots=True)
class Happened:
    """A step as it was written, with the case as it was before and is after it.

    For an undo, ``undone`` is the step it took back, and before and after change places: "the unit
    responsible after the move" is then the unit that no longer has the case.
    """

    case: Case
    step: CaseStep
    before: CaseFacts
    after: CaseFacts
    undone: CaseStep | None = None

    @property
    def meant(self) -> CaseStep:
        """The step that says who is concerned."""
        return self.undone or self.step


def tell(happened: Happened, recipients: Iterable[Recipient], *, by: Actor, at: datetime) -> None:
    """Tell the recipients that the law names; nobody twice, and nobody about their own act."""
    recipients = tuple(recipients)
    if Recipient.EARLIER_RECIPIENTS in recipients:
        happened = _backwards(happened)
        recipients = _notified_of(happened.undone)
    _ask_to_tell_reporter(happened, recipients)
    reached = {by.person_id}
    for whom in recipients:
        if persons := _persons(whom, happened, county_day(at)) - reached:
            note = note_of(happened.case, happened.after, _to_official(whom, happened))
            tell_persons(persons, note, by=by, at=at)
            reached |= persons


@operation
def tell_reporter(step_id: UUID, *, by: Actor, at: datetime) -> None:
    """Tell the reporter of a step: on their page if they have one, else by phone or e-mail.

    Run by the clock, because the person who made the move may not see who reported. Reporters who
    did not want to be contacted are left alone; with number and query code they can always look.
    """
    step = CaseStep.objects.select_related("case").get(pk=step_id)
    reporter = CaseReporter.objects.filter(case=step.case_id).first()
    if reporter is None:
        return
    facts = facts_of(step.case)
    words = Message(f"notice.reporter.{step.move}", number=step.case.number)
    note = note_of(step.case, facts, words, restricted="notice.reporter.restricted")
    if reporter.person_id and reporter.person_id != step.person_id:
        tell_persons([reporter.person_id], note, by=by, at=at)
    way = _way_out(reporter)
    if way is not None:
        channel, address = way
        send_to(channel, address, note, by=by, at=at)


def _ask_to_tell_reporter(happened: Happened, recipients: Iterable[Recipient]) -> None:
    visible = Recipient.REPORTER_IF_VISIBLE in recipients and happened.meant.for_reporter
    if visible or Recipient.REPORTER in recipients:
        later("cases.tell_reporter", step=str(happened.step.pk))


def _way_out(reporter: CaseReporter) -> tuple[Channel, bytes] | None:
    """The way to the reporter that they gave and the county has set up."""
    if not reporter.handler_may_contact:
        return None
    if reporter.phone and (settings.NOTICE_URL or settings.DEMO):
        return Channel.HTTP, bytes(reporter.phone)
    if settings.EMAIL_HOST and reporter.person_id:
        e_mail = Person.objects.filter(pk=reporter.person_id).values_list("e_mail", flat=True)
        if address := e_mail.first():
            return Channel.E_MAIL, key_ring().seal(address, context=b"e_mail")
    return None


def note_of(
    case: Case,
    facts: CaseFacts,
    words: Message,
    *,
    restricted: str = "notice.restricted",
    once: str = "",
) -> Note:
    """A note about a case; for a restricted one it gives only the number."""
    return Note(
        message=Message(restricted, number=case.number) if facts.restricted else words,
        about_kind="case",
        about_id=case.pk,
        area_code="" if facts.restricted else case.area_code,
        urgent=facts.key in _URGENT_KEYS,
        once=once,
    )


def _to_official(whom: Recipient, happened: Happened) -> Message:
    number, move = happened.case.number, MoveCode(happened.meant.move).words
    if happened.undone is not None:
        return Message("notice.undone", number=number, move=move)
    if whom is Recipient.ASKER:
        answer = "refuse" if happened.step.stage == Stage.REFUSE else "grant"
        return Message(f"notice.asker.{answer}", number=number, move=move)
    return Message(f"notice.{whom.value}", number=number, move=move)


def _persons(whom: Recipient, happened: Happened, day: date) -> frozenset[UUID]:
    if whom is Recipient.CHECKERS:
        return _checker(happened.after, day)
    find = _POSTS.get(whom)
    posts = find(happened) if find else ()
    return persons_in(posts, day, happened.after.barred_units)


def _holder(happened: Happened) -> list[UUID]:
    return [happened.after.holder]


def _units(happened: Happened) -> list[UUID]:
    return [happened.after.holder, *desks_of(happened.case.participants)]


def _joining(happened: Happened) -> list[UUID]:
    had = {task.task_id for task in happened.before.tasks}
    fresh = [task for task in happened.after.tasks if task.task_id not in had]
    return desks_of(task.unit.unit_id for task in fresh)


def _asker(happened: Happened) -> list[UUID]:
    asked = happened.before.request
    return [asked.post_id] if asked else []


def _granter(happened: Happened) -> list[UUID]:
    asked = happened.after.request
    return heads_in_seats(happened.after, MOVES[asked.move].who.grant) if asked else []


def _addressed(happened: Happened) -> list[UUID]:
    unit = happened.meant.data.get("unit")
    return desks_of([UUID(unit["unit_id"])]) if unit else []


_POSTS: Final[Mapping[Recipient, Callable[[Happened], list[UUID]]]] = MappingProxyType(
    {
        Recipient.UNIT: _holder,
        Recipient.HOLDER: _holder,
        Recipient.UNITS: _units,
        Recipient.JOINING: _joining,
        Recipient.ASKER: _asker,
        Recipient.GRANTER: _granter,
        Recipient.ADDRESSED: _addressed,
    }
)


def _checker(case: CaseFacts, day: date) -> frozenset[UUID]:
    asked = checker_of(case, day)
    return checkers_in(asked.post, case, day) if asked else frozenset()


def _backwards(happened: Happened) -> Happened:
    steps = CaseStep.objects.filter(case=happened.case, ordinal__lt=happened.step.ordinal)
    undone = steps.order_by("-ordinal").first()
    return replace(happened, before=happened.after, after=happened.before, undone=undone)


def _notified_of(step: CaseStep | None) -> tuple[Recipient, ...]:
    """Who was notified of a step when it was made."""
    if step is None:
        return ()
    match Stage(step.stage):
        case Stage.ASK:
            return (Recipient.GRANTER,)
        case Stage.REFUSE:
            return (Recipient.ASKER,)
        case Stage.DO | Stage.GRANT:
            return MOVES[MoveCode(step.move)].recipients

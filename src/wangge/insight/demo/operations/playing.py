"""The demo's cases, played through the same operations as in life: the largest integration test."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from PIL import Image

from wangge.access.actor import Actor, ActorKind
from wangge.doors.door import door
from wangge.insight.demo.operations.establishing import SEED, Ground
from wangge.insight.demo.rules.case_plan import Contact, PlannedCase, PlannedMove, plan_cases
from wangge.lib import query_code
from wangge.lib.area_code import Level, at_level
from wangge.registers.files import operations as files
from wangge.registers.organisations.models import Post, Unit
from wangge.registers.organisations.queries.actors import actor_of
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.registers.people.models import Person
from wangge.work.cases.models import CaseTask
from wangge.work.cases.operations import Filing, move, report
from wangge.work.cases.operations.tasks_of_units import answer_task
from wangge.work.cases.queries.provided import given_from
from wangge.work.cases.queries.receipts import receipt_digest
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.needs import Need

_DAYS = frozenset({Need.REVIEW_ON, Need.RECEIPT_ON, Need.ANSWER_DUE, Need.CONSENT_ON})
_UNITS = frozenset({Need.UNIT, Need.ASSISTING, Need.DEPARTMENTS})
_FILES = frozenset({Need.PHOTO, Need.AFTER_PHOTO})


@dataclass(slots=True)
class _Played:
    """A case on its way: its key in the database, its codes, and the instant of its last move."""

    case_id: UUID
    number: str
    code: str
    area_code: str
    at: datetime


def play(ground: Ground, now: datetime, progress: Callable[[str], None]) -> int:
    """Play every planned case up to `now`; returns how many. `progress` gets the key of each."""
    played: dict[str, _Played] = {}
    rng = Random(SEED)  # noqa: S311 - an invented county
    plan = plan_cases(lambda village, group: ground.staff.worker_of(_grid(ground, village, group)))
    for case in plan:
        played[case.key] = _report(case, ground, now, rng)
        for planned in case.moves:
            _make(planned, case, played, ground, now)
        progress(case.key)
    return len(plan)


def _grid(ground: Ground, village: str, group: int) -> str:
    return ground.villages[village].grid_of_group(group)


def _report(case: PlannedCase, ground: Ground, now: datetime, rng: Random) -> _Played:
    at = now - timedelta(days=case.days_ago)
    code = query_code.new_code(rng)
    area_code = _grid(ground, case.village, case.group)
    by_reporter = case.entered_by == case.reporter_key
    named = case.contact is not Contact.ANONYMOUS and case.channel != "worker"
    person = next(p for p in ground.staff.persons if p.key == case.reporter_key)
    filing = Filing(
        words=case.text,
        category=case.category,
        area_code=area_code,
        group_number=case.group,
        query_code=code,
        handler_may_contact=_may_contact(case),
        channel=case.channel,
        name=person.name if named else "",
        phone=person.phone if named else "",
    )
    actor = Actor.visitor() if by_reporter else actor_of_key(case.entered_by, at)
    made = door(actor, lambda: report(filing, by=actor, at=at))
    return _Played(made.pk, made.number, code, area_code, at)


def _may_contact(case: PlannedCase) -> bool:
    if case.contact is Contact.PRESET:
        return category(case.category).contact_preset
    return case.contact is Contact.YES


def _make(
    planned: PlannedMove,
    case: PlannedCase,
    played: dict[str, _Played],
    ground: Ground,
    now: datetime,
) -> None:
    """Make one move; what the plan puts after `now` has not happened yet."""
    here = played[case.key]
    at = here.at + timedelta(hours=planned.after_hours)
    if at > now:
        return
    if planned.by_key == case.reporter_key:
        actor = Actor.reporter(receipt_digest(here.number, here.code))
    else:
        actor = actor_of_key(planned.by_key, at)

    def unit() -> None:
        task = _task_to_answer(here, actor) if planned.move is MoveCode.PROGRESS else None
        if task is not None:
            answer_task(task, planned.fields["words"], done=True, by=actor, at=at)
            return
        said = {
            name: _said(Need(name), value, here, played, actor, at)
            for name, value in planned.fields.items()
        }
        move(here.case_id, planned.move, given_from(said), by=actor, at=at, stage=planned.stage)

    door(actor, unit)
    here.at = at


def _task_to_answer(here: _Played, actor: Actor) -> UUID | None:
    """The task of the actor's units on this case: progress there is the answer to it."""
    tasks = CaseTask.objects.filter(case=here.case_id, unit__in=actor.units, done_at=None)
    return tasks.values_list("pk", flat=True).first()


def _said(
    need: Need, value: Any, here: _Played, played: dict[str, _Played], actor: Actor, at: datetime
) -> Any:
    """A planned value as a form would send it."""
    if need in _UNITS:
        return (
            [_unit(kind, here) for kind in value] if isinstance(value, list) else _unit(value, here)
        )
    if need in _DAYS:
        return (at + timedelta(days=value)).date().isoformat()
    if need in _FILES:
        return [str(files.adopt(files.keep(_picture(), at=at), by=actor, at=at))]
    if need is Need.POST:
        kind, _, post = value.partition(".")
        return str(
            Post.objects.get(unit=_unit(kind, here), kind=post, area__level__lte=Level.VILLAGE).pk
        )
    if need is Need.MAIN_CASE:
        return str(played[value].case_id)
    return value


def _unit(kind: str, here: _Played) -> str:
    place = at_level(here.area_code, unit_kind(kind).level)
    return str(Unit.objects.get(kind=kind, area=place, valid_to=None).pk)


def actor_of_key(key: str, at: datetime) -> Actor:
    """Somebody of the demo by key, in all posts held. LookupError if that person holds none."""
    account_id = Person.objects.values_list("account_id", flat=True).get(account__username=key)
    actor = actor_of(account_id, at)
    if actor.kind is not ActorKind.PERSON:
        raise LookupError(f"nobody plays {key}")
    return actor


def _picture() -> bytes:
    """A plain grey picture in place of a photo: the demo shows no real place."""
    shown = io.BytesIO()
    Image.new("RGB", (640, 480), (176, 182, 178)).save(shown, format="JPEG")
    return shown.getvalue()

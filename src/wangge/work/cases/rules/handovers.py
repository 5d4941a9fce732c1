"""The moves by which a case changes hands: one function each, saying who has it afterwards.

When they run, the state of the table is already set and the clock has not been changed yet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from wangge.lib.area_code import contains
from wangge.lib.work_calendar import WorkCalendar
from wangge.work.cases.rules.acts import Turn
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.facts import CaseFacts, TaskKind
from wangge.work.cases.rules.intake import intake
from wangge.work.cases.rules.levels import centre_of
from wangge.work.cases.rules.limits import term_rules
from wangge.work.cases.rules.needs import said
from wangge.work.cases.rules.outcome import (
    Destination,
    Joining,
    NewTask,
    Outcome,
    Role,
    UnitSought,
    to_unit,
)
from wangge.work.cases.rules.routing import Routing
from wangge.work.cases.rules.states import BEFORE_COMPLETED, ClosingType, State, level_above
from wangge.work.terms.rules.terms import Term, stop


def accepted(turn: Turn) -> Outcome:
    """The confirmed category and level decide; praise is closed with thanks at once.

    The case stays with the unit that accepts it unless another centre's level, or a category that
    goes straight to its unit, was confirmed: a case lies with the centre whose clock runs on it.
    """
    given = turn.given
    case = _classified(turn.case, said(given.category))
    case = replace(
        case, level=said(given.level), scale=said(given.scale), urgent=bool(given.urgent)
    )
    if case.category.is_only_thanked:
        thanked = ClosingType.THANKED
        return Outcome(case=replace(case, state=State.CLOSED, closing=thanked, closed_at=turn.at))
    if turn.before.restricted:
        return Outcome(case=case)
    if case.category.goes_straight_to_its_unit:
        return _to_kind(case, _lead(case, turn.law.routing))
    return _to_kind(case, centre_of(case.level))


def relocated(turn: Turn) -> Outcome:
    """Rerouted if the place turns out to lie with another unit.

    A report not accepted yet starts again with the intake unit of its place. Later the unit of the
    same kind over there takes over; what is already completed or handed on stays where it is.
    """
    case = replace(turn.case, area_code=said(turn.given.area))
    if case.state is State.SUBMITTED and not case.restricted:
        first = intake(case.category_code, case.area_code, turn.law.routing)
        return _to_kind(replace(case, level=first.level), first.kind)
    if case.state in BEFORE_COMPLETED:
        return _to_kind(case, case.responsible.kind)
    return Outcome(case=case)


def reclassified(turn: Turn) -> Outcome:
    """Rerouted by the new category; both units remain participants.

    A complaint about staff stays restricted and where it is, whatever its category becomes: it was
    made in confidence, and a new name does not end that.
    """
    case = _classified(turn.case, said(turn.given.category))
    if turn.before.restricted:
        return Outcome(case=case)
    if case.state is State.SUBMITTED:
        first = intake(case.category_code, case.area_code, turn.law.routing)
        return _to_kind(replace(case, level=first.level), first.kind)
    if case.category.goes_straight_to_its_unit:
        route = turn.law.routing.first_at_or_above(case.category_code, case.level)
        case = replace(case, level=route.level if route else case.level)
        return _to_kind(case, _lead(case, turn.law.routing))
    if _fits(case, turn.law.routing):
        return Outcome(case=case)
    return _to_kind(case, _lead(case, turn.law.routing))


def dispatched(turn: Turn) -> Outcome:
    """The lead becomes responsible; assisting units get tasks that end before the main one."""
    case, lead, by = turn.case, said(turn.given.unit), turn.act.post.unit
    from_above = lead.level > case.level
    case = replace(
        case,
        level=lead.level,
        came_from_above=case.came_from_above or from_above,
        sender=by if by.unit_id != lead.unit_id else None,
        send_back_until=_answer_due("send_back", turn),
    )
    due_at = _assisting_due(case.term, turn.at, turn.calendar)
    tasks = tuple(NewTask(TaskKind.ASSIST, unit, due_at) for unit in turn.given.assisting)
    return _joined_by(_to(case, lead), tasks, Role.ASSISTING)


def decided(turn: Turn) -> Outcome:
    """The named unit is responsible, and nobody sends the case back after that."""
    return dispatched(replace(turn, case=replace(turn.case, decided=True)))


def coordinated(turn: Turn) -> Outcome:
    """The township stays responsible; the departments owe an answer."""
    due_at = _answer_due("coordinate", turn)
    tasks = tuple(NewTask(TaskKind.ANSWER, unit, due_at) for unit in turn.given.departments)
    return _joined_by(Outcome(case=turn.case), tasks, Role.COORDINATED)


def escalated(turn: Turn) -> Outcome:
    """The upper grid centre becomes responsible; the old unit remains a participant.

    What a centre decided below does not bind the level above.
    """
    above = said(level_above(turn.case.level))
    case = replace(turn.case, level=above, sender=None, send_back_until=None, decided=False)
    return _to_kind(case, centre_of(above))


def sent_back(turn: Turn) -> Outcome:
    """The sender is responsible again, and it is remembered who sent the case back."""
    case, sender = turn.case, said(turn.case.sender)
    case = replace(
        case,
        level=sender.level,
        sender=None,
        send_back_until=None,
        sent_back_by=case.sent_back_by | {case.responsible.unit_id},
    )
    return _to(case, sender)


def reopened(turn: Turn) -> Outcome:
    """It goes back to the centre of the level that closed it; a restricted case to its own unit."""
    case = replace(
        turn.case,
        reopened=turn.case.reopened + 1,
        rated=False,
        has_after_photo=False,
        closing=None,
        completed_at=None,
        closed_at=None,
        sender=None,
        send_back_until=None,
        decided=False,
    )
    unit = UnitSought(centre_of(case.level), case.area_code)
    return _to(case, case.responsible if case.restricted else unit)


def returned(turn: Turn) -> Outcome:
    """The channel refused: the responsible unit has the case on its desk again."""
    return _to(replace(turn.case, has_receipt=False), turn.case.responsible)


def _classified(case: CaseFacts, code: str) -> CaseFacts:
    restricted = case.restricted or category(code).is_restricted
    return replace(case, category_code=code, restricted=restricted)


def _lead(case: CaseFacts, routing: Routing) -> str:
    """The kind of unit that leads by the table; where a row is missing, the centre."""
    route = routing.route(case.category_code, case.level)
    return route.lead if route else centre_of(case.level)


def _fits(case: CaseFacts, routing: Routing) -> bool:
    """Whether the responsible unit is one the table names, or the centre, which gives it on."""
    route = routing.route(case.category_code, case.level)
    named = (route.lead, *route.assist) if route else ()
    return case.responsible.kind in {centre_of(case.level), *named}


def _to_kind(case: CaseFacts, kind: str) -> Outcome:
    """To the unit of a kind for the place of the case; no handover if it is there already."""
    responsible = case.responsible
    if responsible.kind == kind and contains(responsible.area_code, case.area_code):
        return Outcome(case=case)
    return _to(case, UnitSought(kind, case.area_code))


def _to(case: CaseFacts, unit: Destination) -> Outcome:
    """To a unit, where nobody has taken the case yet. The old unit stays informed.

    Not so if the case is restricted: it may have come from those who are complained of.
    """
    joining = [Joining(unit, Role.RESPONSIBLE)]
    old = (case.responsible,) if unit != case.responsible else ()
    if not case.restricted:
        joining += [Joining(each, Role.INFORMED) for each in old]
    return Outcome(
        case=replace(case, holder_post_id=None),
        handover=to_unit(unit, case.state),
        joining=tuple(joining),
        leaving=old if case.restricted else (),
    )


def _joined_by(outcome: Outcome, tasks: tuple[NewTask, ...], role: Role) -> Outcome:
    joining = tuple(Joining(task.unit, role) for task in tasks)
    return replace(outcome, tasks=tasks, joining=(*outcome.joining, *joining))


def _assisting_due(main: Term | None, at: datetime, calendar: WorkCalendar) -> datetime:
    """Half of what is left of the main term, and in any case before its end."""
    if main is None or main.due_at <= at:
        return calendar.due(at, 1, "work_day").at
    half = stop(main, at, calendar).halved().from_instant(at, calendar).due_at
    return half if half < main.due_at else at + (main.due_at - at) / 2


def _answer_due(key: str, turn: Turn) -> datetime:
    """The end of an answer term; these hold for every case alike."""
    rule = next(rule for rule in term_rules().values() if rule.key == key)
    return turn.calendar.due(turn.at, rule.amount, rule.unit).at

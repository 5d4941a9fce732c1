"""Seats: in what capacity somebody may make a move. One predicate each, one sentence each.

A chair is what a person sits in (a post held today, the reporter's, the clock's); a seat is what
the table of moves asks for. ``sits`` says whether the one fills the other.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from wangge.lib.area_code import Level, contains
from wangge.lib.message import Message
from wangge.registers.organisations.rules.held import PostFacts
from wangge.registers.organisations.rules.lines import (
    COUNTY_CENTRE,
    TOWNSHIP_CENTRE,
    TOWNSHIP_GOVERNMENT,
    VILLAGE_STATION,
)
from wangge.registers.organisations.rules.post_kinds import (
    OF_A_GRID,
    OF_THE_PLATFORM,
    PostKind,
    desk_of,
)
from wangge.work.cases.rules.facts import CaseFacts, Chair, Clock, Reporter
from wangge.work.cases.rules.levels import (
    centre_of,
    granter_of,
    is_checked_above,
    is_of_kind_here,
    overseer_of,
)
from wangge.work.cases.rules.limits import ExtendBy
from wangge.work.cases.rules.move_codes import MoveCode


class Seat(StrEnum):
    """A capacity in which a move is made."""

    REPORTER = "reporter"
    CLOCK = "clock"
    STAFF = "staff"
    INTAKE_POST = "intake_post"
    CENTRE_OF_LEVEL = "centre_of_level"
    RESPONSIBLE_UNIT = "responsible_unit"
    RESPONSIBLE_HEAD = "responsible_head"
    HOLDER = "holder"
    HOLDER_WHO_EXTENDS = "holder_who_extends"
    HOLDER_WHO_ASKS = "holder_who_asks"
    EXTENDER = "extender"
    ASSISTING = "assisting"
    ASSIGNEE = "assignee"
    VILLAGE_ESCALATOR = "village_escalator"
    ESCALATION_PREPARER = "escalation_preparer"
    TOWNSHIP_LEADER = "township_leader"
    LEVEL_ABOVE = "level_above"
    STATION_HEAD = "station_head"
    OVERSIGHT_COMMITTEE = "oversight_committee"
    TOWNSHIP_CENTRE = "township_centre"
    CHECKER_ABOVE = "checker_above"
    CALLER_BACK = "caller_back"
    SUPERVISOR = "supervisor"
    INSTRUCTION_RECORDER = "instruction_recorder"
    LAST_MOVER = "last_mover"

    @property
    def words(self) -> Message:
        """Who that is."""
        return Message(f"case.seat.{self.value}")


HEADS_ALONE: Final = frozenset({Seat.STATION_HEAD, Seat.TOWNSHIP_LEADER})
"""Seats of one post of a unit; the others are open to more of its posts than the head."""

_PostPredicate: TypeAlias = Callable[[CaseFacts, PostFacts], bool]

_LEADERS: Final = frozenset({PostKind.HEAD, PostKind.DEPUTY})


def sits(seat: Seat, case: CaseFacts, chair: Chair) -> bool:
    """Whether the chair fills the seat in this case.

    Posts of units that are complained of, and posts that only look after the platform, fill none.
    """
    match chair:
        case Reporter():
            return seat is Seat.REPORTER
        case Clock():
            return seat is Seat.CLOCK
        case PostFacts():
            if chair.unit.unit_id in case.barred_units or chair.kind in OF_THE_PLATFORM:
                return False
            predicate = _BY_POST.get(seat)
            return predicate is not None and predicate(case, chair)


def is_intake_post(case: CaseFacts, post: PostFacts) -> bool:
    """The intake post of the responsible unit or one that leads it; else the post that opens mail."""
    opens = post.kind == desk_of(post.unit.kind) or post.kind in _LEADERS
    return _is_responsible(case, post) and opens


def is_centre_of_level(case: CaseFacts, post: PostFacts) -> bool:
    """The centre of the level the case is at; a restricted case only if it lies with the centre.

    A grid worker or deputy speaks for a grid, not for the station.
    """
    return (
        is_of_kind_here(post.unit, centre_of(case.level), case)
        and post.kind not in OF_A_GRID
        and (not case.restricted or _is_responsible(case, post))
    )


def is_of_responsible_unit(case: CaseFacts, post: PostFacts) -> bool:
    """A post of the responsible unit; a grid worker only for cases in the grid, or in none yet."""
    if not _is_responsible(case, post):
        return False
    return post.kind not in OF_A_GRID or _worker_is_near(case, post)


def is_responsible_head(case: CaseFacts, post: PostFacts) -> bool:
    """The head of the responsible unit."""
    return _is_responsible(case, post) and post.kind == PostKind.HEAD


def is_holder(case: CaseFacts, post: PostFacts) -> bool:
    """The post the case lies on: who took it, until then the unit's desk or head."""
    return post.post_id == case.holder


def is_holder_who_extends(case: CaseFacts, post: PostFacts) -> bool:
    """The holder, where the parties' consent or the holder's own judgement gives more time."""
    by = case.term_rule and case.term_rule.extend_by
    return is_holder(case, post) and by in {ExtendBy.BOTH_PARTIES, ExtendBy.RESPONSIBLE_POST}


def is_holder_who_asks(case: CaseFacts, post: PostFacts) -> bool:
    """The holder, where somebody else grants more time."""
    return is_holder(case, post) and not is_holder_who_extends(case, post)


def is_extender(case: CaseFacts, post: PostFacts) -> bool:
    """The one named in ``extend_by`` of the running term."""
    by = case.term_rule and case.term_rule.extend_by
    if by not in {ExtendBy.LEVEL_ABOVE, ExtendBy.COUNTY_CENTRE}:
        return False
    return _leads(granter_of(case, MoveCode.EXTEND), case, post)


def is_assisting(case: CaseFacts, post: PostFacts) -> bool:
    """A post of a unit that still owes the case a part of the work or an answer."""
    return case.has_task_of(post.unit.unit_id)


def is_assignee(case: CaseFacts, post: PostFacts) -> bool:
    """The department, office or township that was given the case by a centre.

    A village body cannot send back; it escalates, with what it tried.
    """
    return (
        _is_responsible(case, post)
        and post.unit.level is not Level.VILLAGE
        and case.sender is not None
        and case.sender.unit_id != post.unit.unit_id
    )


def is_village_escalator(case: CaseFacts, post: PostFacts) -> bool:
    """At village level, the worker of the grid, a deputy, or the station head."""
    if case.level is not Level.VILLAGE or case.restricted:
        return False
    if not is_of_kind_here(post.unit, VILLAGE_STATION, case):
        return False
    if post.kind in OF_A_GRID:
        return _worker_is_near(case, post)
    return post.kind == PostKind.HEAD


def is_escalation_preparer(case: CaseFacts, post: PostFacts) -> bool:
    """At township level, the grid centre prepares the report to the county."""
    return case.level is Level.TOWNSHIP and is_centre_of_level(case, post)


def is_township_leader(case: CaseFacts, post: PostFacts) -> bool:
    """At township level, the township leader signs."""
    return (
        case.level is Level.TOWNSHIP
        and not case.restricted
        and is_of_kind_here(post.unit, TOWNSHIP_GOVERNMENT, case)
        and post.kind == PostKind.HEAD
    )


def is_level_above(case: CaseFacts, post: PostFacts) -> bool:
    """The head or deputy of the unit that oversees the responsible one."""
    return _leads(overseer_of(case), case, post)


def is_station_head(case: CaseFacts, post: PostFacts) -> bool:
    """The head of the village station."""
    return not is_checked_above(case) and _is_head_of(VILLAGE_STATION, case, post)


def is_oversight_committee(case: CaseFacts, post: PostFacts) -> bool:
    """The village oversight committee."""
    return not is_checked_above(case) and is_of_kind_here(post.unit, "v_oversight", case)


def is_township_centre(case: CaseFacts, post: PostFacts) -> bool:
    """The township grid centre."""
    return not is_checked_above(case) and is_of_kind_here(post.unit, TOWNSHIP_CENTRE, case)


def is_checker_above(case: CaseFacts, post: PostFacts) -> bool:
    """The level above: for a reopened or restricted case, and where nobody below could check.

    Below there may be nobody because the place is not known to a village, or because the
    township centre held the case itself: a completed case must not wait for ever.
    """
    held_by_centre = case.responsible.kind in {TOWNSHIP_CENTRE, COUNTY_CENTRE}
    in_no_village = len(case.area_code) < Level.VILLAGE
    if not (is_checked_above(case) or held_by_centre or in_no_village):
        return False
    return is_of_kind_here(post.unit, overseer_of(case), case)


def is_caller_back(case: CaseFacts, post: PostFacts) -> bool:
    """The township or county centre that calls back; what people told the handler does not count."""
    if case.restricted and not _is_responsible(case, post):
        return False
    centres = (TOWNSHIP_CENTRE, COUNTY_CENTRE)
    return any(is_of_kind_here(post.unit, kind, case) for kind in centres)


def is_supervisor(case: CaseFacts, post: PostFacts) -> bool:
    """A supervising post, or the head or deputy of a level above the responsible unit.

    The two supervising bodies stand above every level. A restricted case is supervised by the
    superior of the unit it lies with and by nobody else.
    """
    if case.restricted:
        return is_level_above(case, post)
    if post.kind == PostKind.SUPERVISOR:
        return contains(post.unit.area_code, case.area_code)
    leads_township = any(
        _leads(kind, case, post) for kind in (TOWNSHIP_CENTRE, TOWNSHIP_GOVERNMENT)
    )
    return (
        (leads_township and case.responsible.level is Level.VILLAGE)
        or (_leads(COUNTY_CENTRE, case, post) and not _is_responsible(case, post))
        or is_level_above(case, post)
    )


def is_instruction_recorder(case: CaseFacts, post: PostFacts) -> bool:
    """The post of the two county offices that records leaders' words; not for restricted cases."""
    here = contains(post.unit.area_code, case.area_code)
    return post.kind == PostKind.RECORDER and here and not case.restricted


def is_last_mover(case: CaseFacts, post: PostFacts) -> bool:
    """The post that made the last move."""
    return case.last_step is not None and case.last_step.post_id == post.post_id


_BY_POST: Final = MappingProxyType[Seat, _PostPredicate](
    {
        Seat.STAFF: lambda _case, _post: True,  # any staff may enter a case on behalf
        Seat.INTAKE_POST: is_intake_post,
        Seat.CENTRE_OF_LEVEL: is_centre_of_level,
        Seat.RESPONSIBLE_UNIT: is_of_responsible_unit,
        Seat.RESPONSIBLE_HEAD: is_responsible_head,
        Seat.HOLDER: is_holder,
        Seat.HOLDER_WHO_EXTENDS: is_holder_who_extends,
        Seat.HOLDER_WHO_ASKS: is_holder_who_asks,
        Seat.EXTENDER: is_extender,
        Seat.ASSISTING: is_assisting,
        Seat.ASSIGNEE: is_assignee,
        Seat.VILLAGE_ESCALATOR: is_village_escalator,
        Seat.ESCALATION_PREPARER: is_escalation_preparer,
        Seat.TOWNSHIP_LEADER: is_township_leader,
        Seat.LEVEL_ABOVE: is_level_above,
        Seat.STATION_HEAD: is_station_head,
        Seat.OVERSIGHT_COMMITTEE: is_oversight_committee,
        Seat.TOWNSHIP_CENTRE: is_township_centre,
        Seat.CHECKER_ABOVE: is_checker_above,
        Seat.CALLER_BACK: is_caller_back,
        Seat.SUPERVISOR: is_supervisor,
        Seat.INSTRUCTION_RECORDER: is_instruction_recorder,
        Seat.LAST_MOVER: is_last_mover,
    }
)


def _is_responsible(case: CaseFacts, post: PostFacts) -> bool:
    return post.unit.unit_id == case.responsible.unit_id


def _leads(kind: str, case: CaseFacts, post: PostFacts) -> bool:
    return is_of_kind_here(post.unit, kind, case) and post.kind in _LEADERS


def _is_head_of(kind: str, case: CaseFacts, post: PostFacts) -> bool:
    return is_of_kind_here(post.unit, kind, case) and post.kind == PostKind.HEAD


def _worker_is_near(case: CaseFacts, post: PostFacts) -> bool:
    return contains(post.area_code, case.area_code) or contains(case.area_code, post.area_code)

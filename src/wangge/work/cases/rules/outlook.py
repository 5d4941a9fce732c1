"""What will happen if a move is made, in one sentence, said before it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from wangge.lib.area_code import Level
from wangge.lib.message import Message, Param
from wangge.registers.organisations.rules.unit_kinds import unit_kind
from wangge.work.cases.rules.clocks import checking, half_of_handling, handling, waiting
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.law import Law
from wangge.work.cases.rules.levels import centre_of, granter_of
from wangge.work.cases.rules.move_codes import MoveCode, Stage
from wangge.work.cases.rules.states import level_above
from wangge.work.terms.rules.terms import Allowance, extend, span


def outlook(case: CaseFacts, code: MoveCode, stage: Stage, at: datetime, law: Law) -> Message:
    """The sentence for a stage of a move: where the case goes, and by when.

    For instance 上报乡镇网格管理中心, 时限 7 个工作日, 至 3 月 12 日.
    """
    match stage:
        case Stage.ASK:
            return Message(
                "case.outlook.ask", move=code.words, unit=unit_kind(granter_of(case, code)).words
            )
        case Stage.REFUSE:
            return Message("case.outlook.refuse_request", move=code.words)
        case Stage.GRANT if code is MoveCode.EXTEND:
            return _extension(case, law)
        case _:
            return _doing(case, code, at, law)


def _doing(case: CaseFacts, code: MoveCode, at: datetime, law: Law) -> Message:
    if code is MoveCode.ACCEPT and case.category.is_only_thanked:
        return Message("case.outlook.accept_thanked")
    unit = _unit(_goes_to(case, code))
    allowance = _begins(case, code)
    if allowance is None:
        return Message(f"case.outlook.{code.value}", **unit)
    due = allowance.from_instant(at, law.calendar).due_at
    length = allowance.span
    return Message(f"case.outlook.{code.value}_by", span=length, due=due, **unit)


def _begins(case: CaseFacts, code: MoveCode) -> Allowance | None:
    """The time that begins with the move, where it is known before anything is said."""
    known = _KNOWN_BEFORE.get(code)
    return None if known is None else known(case)


_KNOWN_BEFORE: Final[Mapping[MoveCode, Callable[[CaseFacts], Allowance | None]]] = MappingProxyType(
    {
        MoveCode.ACCEPT: lambda case: handling(case, case.category.default_level),
        MoveCode.ESCALATE: lambda case: handling(case, _above(case)),
        MoveCode.REOPEN: lambda case: handling(case, case.level),
        MoveCode.DECIDE: half_of_handling,
        MoveCode.VERIFY_FAIL: half_of_handling,
        MoveCode.ASK_REPORTER: waiting,
        MoveCode.COMPLETE: checking,
        MoveCode.RESUME: lambda case: case.rest,
        MoveCode.RETURN: lambda case: case.rest,
        MoveCode.UNMERGE: lambda case: case.rest,
    }
)


def _above(case: CaseFacts) -> Level:
    return level_above(case.level) or case.level


def _goes_to(case: CaseFacts, code: MoveCode) -> str | None:
    """The kind of unit it goes to, where that is known before anything is said."""
    if code is MoveCode.ESCALATE:
        return centre_of(_above(case))
    if code is MoveCode.SEND_BACK and case.sender is not None:
        return case.sender.kind
    return None


def _extension(case: CaseFacts, law: Law) -> Message:
    term, request = case.term, case.request
    if term is None or request is None or request.amount is None:
        return Message("case.outlook.extend")
    longer = extend(term, request.amount, law.calendar)
    length = span(request.amount, term.allowance.unit)
    return Message("case.outlook.extend_by", span=length, due=longer.due_at)


def _unit(kind: str | None) -> dict[str, Param]:
    return {} if kind is None else {"unit": unit_kind(kind).words}

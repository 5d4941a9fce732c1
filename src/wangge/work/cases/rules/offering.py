"""The order in which moves are offered to the people who may make them, and the first of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from wangge.work.cases.rules.facts import CaseFacts, Chair
from wangge.work.cases.rules.lawful import LawfulMove, is_lawful
from wangge.work.cases.rules.move_codes import MoveCode as M
from wangge.work.cases.rules.move_codes import Stage
from wangge.work.cases.rules.move_table import MOVES

_ONWARD: Final = (
    *(M.ACCEPT, M.DISPATCH, M.ASSIGN, M.DECIDE, M.TAKE, M.COMPLETE, M.VERIFY_PASS, M.VERIFY_FAIL),
    *(M.PROGRESS, M.ESCALATE, M.COORDINATE, M.SEND_BACK, M.ASK_REPORTER, M.EXTEND, M.SUSPEND),
    *(M.RESUME, M.RECORD_RECEIPT, M.RETURN),
)
_ELSEWHERE: Final = (
    *(M.RATE, M.REOPEN, M.SUPERVISE, M.INSTRUCT, M.HAND, M.TRANSFER, M.DECLINE, M.RELOCATE),
    *(M.RECLASSIFY, M.MERGE, M.UNMERGE, M.WITHDRAW, M.UNDO),
)
_OFFERED: Final = MappingProxyType({code: place for place, code in enumerate(_ONWARD + _ELSEWHERE)})
"""What carries the case on, then what hands it elsewhere or corrects it. The first one is focused,
so Enter does the usual thing."""

_ANSWERS: Final = MappingProxyType({Stage.GRANT: 0, Stage.REFUSE: 1})


def likeliest_first(moves: Iterable[LawfulMove]) -> list[LawfulMove]:
    """Answers to a request first, because somebody waits for them; then the order of offering."""
    return sorted(moves, key=lambda each: (_ANSWERS.get(each.stage, 2), _OFFERED[each.move]))


def next_move(case: CaseFacts, chairs: Sequence[Chair], at: datetime) -> tuple[M, Stage] | None:
    """The next move that these chairs may make to carry the case on; None if there is none.

    Wherever there is one, it is also the first move on the page of the case.
    """
    if case.request is not None and is_lawful(case, chairs, case.request.move, Stage.GRANT, at):
        return case.request.move, Stage.GRANT
    steps = ((code, stage) for code in _ONWARD for stage in _stages(code))
    return next((step for step in steps if is_lawful(case, chairs, *step, at)), None)


def _stages(code: M) -> tuple[Stage, ...]:
    """The stages by which somebody begins the move."""
    who = MOVES[code].who
    return tuple(stage for stage in (Stage.DO, Stage.ASK) if who.seats(stage))

"""Parties of a case (flag P): hidden from all but the handling line.

The handling line is the units that take part in the case, the post that has it and, while it is
being checked, the units that may check it. Everybody else who sees the case learns what it is and
how it stands, not what was said.
"""

from __future__ import annotations

from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.move_table import MOVES
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import State


def hides_parties(case: CaseFacts) -> bool:
    """Whether the parties are hidden, by the category the case has now."""
    return case.category.hides_parties


def seats_that_check(case: CaseFacts) -> tuple[Seat, ...]:
    """The seats that may check the case now; none while there is nothing to check.

    They see the case by its place only, so without this they could not read what they check.
    """
    return MOVES[MoveCode.VERIFY_PASS].who.do if case.state is State.COMPLETED else ()

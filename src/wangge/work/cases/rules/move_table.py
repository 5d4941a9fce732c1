"""The table of moves: ``MOVES`` is the law, row for row.

The domain's own table is ``data/case_moves.csv``; a test holds the two together. ``seats`` says who
fills a seat, ``conditions`` when a move is out of order, ``effects`` what follows from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from wangge.work.cases.rules import conditions as when
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.moves import ClockEffect, Move, Recipient, Who
from wangge.work.cases.rules.needs import Need
from wangge.work.cases.rules.seats import Seat
from wangge.work.cases.rules.states import BEFORE_COMPLETED, OPEN_STATES, State


def _do(*seats: Seat) -> Who:
    return Who(do=seats)


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


_SUBMITTED: Final = _from(State.SUBMITTED)
_ACCEPTED: Final = _from(State.ACCEPTED)
_HANDLING: Final = _from(State.HANDLING)
_IN_WORK: Final = _ACCEPTED | _HANDLING
_COMPLETED: Final = _from(State.COMPLETED)
_CLOSED: Final = _from(State.CLOSED)
_TRANSFERRED: Final = _from(State.TRANSFERRED)

_CHECKERS: Final = (
    Seat.REPORTER,
    Seat.STATION_HEAD,
    Seat.OVERSIGHT_COMMITTEE,
    Seat.TOWNSHIP_CENTRE,
    Seat.CHECKER_ABOVE,
)

_TABLE: Final = (
    Move(
        code=MoveCode.REPORT,
        states=_from(),
        to=State.SUBMITTED,
        who=_do(Seat.REPORTER, Seat.STAFF),
        needs=(Need.WORDS, Need.AREA, Need.CATEGORY, Need.CONTACT),
        offers=(Need.PHOTO,),
        clock=ClockEffect.ACCEPT,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.ACCEPT,
        states=_SUBMITTED,
        to=State.ACCEPTED,  # closed at once where the category is only thanked for
        who=_do(Seat.INTAKE_POST),
        needs=(Need.CATEGORY, Need.LEVEL, Need.SCALE),
        offers=(Need.URGENT, Need.REASON),
        conditions=(when.place_is_known,),
        clock=ClockEffect.LEVEL,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.DECLINE,
        states=_SUBMITTED,
        to=State.CLOSED,
        who=_do(Seat.INTAKE_POST),
        needs=(Need.REASON, Need.WORDS),
        conditions=(when.above_village,),
        clock=ClockEffect.STOP,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.RELOCATE,
        states=OPEN_STATES,
        who=_do(Seat.INTAKE_POST, Seat.CENTRE_OF_LEVEL),
        needs=(Need.AREA,),
        recipients=(Recipient.UNIT,),
    ),
    Move(
        code=MoveCode.RECLASSIFY,
        states=BEFORE_COMPLETED,
        who=_do(Seat.RESPONSIBLE_UNIT),
        needs=(Need.CATEGORY, Need.REASON),
        clock=ClockEffect.SHORTER,
    ),
    Move(
        code=MoveCode.DISPATCH,
        states=_IN_WORK,
        to=State.HANDLING,
        who=_do(Seat.CENTRE_OF_LEVEL),
        needs=(Need.UNIT,),
        offers=(Need.ASSISTING, Need.WORDS),
        recipients=(Recipient.UNIT, Recipient.JOINING),
    ),
    Move(
        code=MoveCode.TAKE,
        states=_IN_WORK,
        to=State.HANDLING,
        who=_do(Seat.RESPONSIBLE_UNIT),
        conditions=(when.not_taken_yet,),
    ),
    Move(
        code=MoveCode.HAND,
        states=_HANDLING,
        to=State.HANDLING,
        who=_do(Seat.RESPONSIBLE_HEAD, Seat.HOLDER),
        needs=(Need.POST,),
        recipients=(Recipient.HOLDER,),
    ),
    Move(
        code=MoveCode.PROGRESS,
        states=_HANDLING,
        to=State.HANDLING,
        who=_do(Seat.HOLDER, Seat.ASSISTING),
        needs=(Need.WORDS, Need.FOR_REPORTER),
        offers=(Need.PHOTO,),
        recipients=(Recipient.REPORTER_IF_VISIBLE,),
    ),
    Move(
        code=MoveCode.ASK_REPORTER,
        states=_HANDLING,
        to=State.HANDLING,
        who=_do(Seat.HOLDER),
        needs=(Need.WORDS,),
        conditions=(when.may_ask_reporter,),
        clock=ClockEffect.WAIT,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.COORDINATE,
        states=_HANDLING,
        to=State.HANDLING,
        who=_do(Seat.CENTRE_OF_LEVEL),
        needs=(Need.DEPARTMENTS, Need.WORDS),
        conditions=(when.at_township, when.not_restricted),
        recipients=(Recipient.JOINING,),
    ),
    Move(
        code=MoveCode.ESCALATE,
        states=_IN_WORK,
        to=State.ACCEPTED,
        who=Who(
            do=(Seat.VILLAGE_ESCALATOR,),
            ask=(Seat.ESCALATION_PREPARER,),
            grant=(Seat.TOWNSHIP_LEADER,),
        ),
        needs=(Need.REASON, Need.TRIED),
        conditions=(when.below_county, when.not_restricted),
        clock=ClockEffect.LEVEL,
        recipients=(Recipient.UNIT, Recipient.REPORTER),
    ),
    Move(
        code=MoveCode.ASSIGN,
        states=_ACCEPTED,
        to=State.HANDLING,
        who=_do(Seat.CENTRE_OF_LEVEL),
        needs=(Need.UNIT,),
        offers=(Need.ASSISTING, Need.WORDS),
        conditions=(when.above_village,),
        clock=ClockEffect.RECEIVING,
        recipients=(Recipient.UNIT, Recipient.JOINING),
    ),
    Move(
        code=MoveCode.SEND_BACK,
        states=_HANDLING,
        to=State.ACCEPTED,
        who=_do(Seat.ASSIGNEE),
        needs=(Need.REASON,),
        conditions=(when.not_decided, when.unit_has_not_sent_back, when.within_send_back_time),
        clock=ClockEffect.RETURN,
        recipients=(Recipient.UNIT,),
    ),
    Move(
        code=MoveCode.DECIDE,
        states=_ACCEPTED,
        to=State.HANDLING,
        who=_do(Seat.CENTRE_OF_LEVEL),
        needs=(Need.UNIT, Need.REASON),
        conditions=(when.was_sent_back, when.not_decided),
        clock=ClockEffect.HALF,
        recipients=(Recipient.UNITS,),
    ),
    Move(
        code=MoveCode.EXTEND,
        states=_HANDLING,
        to=State.HANDLING,
        who=Who(
            do=(Seat.HOLDER_WHO_EXTENDS,),
            ask=(Seat.HOLDER_WHO_ASKS,),
            grant=(Seat.EXTENDER,),
        ),
        needs=(Need.AMOUNT, Need.REASON),
        conditions=(when.may_extend,),
        clock=ClockEffect.LONGER,
        recipients=(Recipient.ASKER, Recipient.REPORTER),
    ),
    Move(
        code=MoveCode.SUSPEND,
        states=_HANDLING,
        to=State.SUSPENDED,
        who=Who(ask=(Seat.HOLDER,), grant=(Seat.LEVEL_ABOVE,)),
        needs=(Need.REASON, Need.REVIEW_ON),
        clock=ClockEffect.REVIEW,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.RESUME,
        states=_from(State.SUSPENDED),
        to=State.HANDLING,
        who=_do(Seat.HOLDER, Seat.CLOCK),
        conditions=(when.clock_waits_for_review,),
        clock=ClockEffect.RESUME,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.TRANSFER,
        states=OPEN_STATES,
        to=State.TRANSFERRED,
        who=_do(Seat.RESPONSIBLE_UNIT),
        needs=(Need.CHANNEL, Need.WORDS),
        offers=(Need.RECEIPT, Need.RECEIPT_ON),
        conditions=(when.above_village, when.more_than_thanks),
        clock=ClockEffect.REVIEW,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.RECORD_RECEIPT,
        states=_TRANSFERRED,
        who=_do(Seat.RESPONSIBLE_UNIT),
        needs=(Need.RECEIPT, Need.RECEIPT_ON),
        conditions=(when.no_receipt_yet,),
        clock=ClockEffect.STOP,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.RETURN,
        states=_TRANSFERRED,
        to=State.ACCEPTED,
        who=_do(Seat.RESPONSIBLE_UNIT),
        needs=(Need.REASON,),
        clock=ClockEffect.RESUME,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.COMPLETE,
        states=_HANDLING,
        to=State.COMPLETED,
        who=_do(Seat.HOLDER),
        needs=(Need.CLOSING, Need.WORDS),  # and an "after" photo where the category asks for it
        conditions=(when.no_open_task,),
        clock=ClockEffect.VERIFY,
        recipients=(Recipient.CHECKERS, Recipient.REPORTER),
    ),
    Move(
        code=MoveCode.VERIFY_PASS,
        states=_COMPLETED,
        to=State.CLOSED,
        who=_do(*_CHECKERS, Seat.CLOCK),
        offers=(Need.WORDS, Need.PHOTO),
        conditions=(when.never_the_handler, when.clock_may_close),
        clock=ClockEffect.STOP,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.VERIFY_FAIL,
        states=_COMPLETED,
        to=State.HANDLING,
        who=_do(*_CHECKERS),
        needs=(Need.WORDS,),
        offers=(Need.PHOTO,),
        conditions=(when.never_the_handler,),
        clock=ClockEffect.HALF,
        recipients=(Recipient.HOLDER,),
    ),
    Move(
        code=MoveCode.RATE,
        states=_CLOSED,
        to=State.CLOSED,
        who=_do(Seat.REPORTER, Seat.CALLER_BACK),
        needs=(Need.RATING,),
        offers=(Need.WORDS,),
        conditions=(when.more_than_thanks, when.not_rated_yet, when.never_the_handler),
        recipients=(Recipient.UNIT,),
    ),
    Move(
        code=MoveCode.REOPEN,
        states=_CLOSED,
        to=State.ACCEPTED,
        who=_do(Seat.REPORTER, Seat.LEVEL_ABOVE),
        needs=(Need.REASON,),
        conditions=(when.more_than_thanks, when.reporter_reopens_in_time),
        clock=ClockEffect.LEVEL,
        recipients=(Recipient.UNITS,),
    ),
    Move(
        code=MoveCode.WITHDRAW,
        states=BEFORE_COMPLETED,
        to=State.WITHDRAWN,
        who=_do(Seat.REPORTER),
        offers=(Need.WORDS,),
        clock=ClockEffect.STOP,
        recipients=(Recipient.UNIT,),
    ),
    Move(
        code=MoveCode.MERGE,
        states=_SUBMITTED | _IN_WORK,
        to=State.MERGED,
        who=_do(Seat.CENTRE_OF_LEVEL),
        needs=(Need.MAIN_CASE,),
        conditions=(when.not_restricted,),
        clock=ClockEffect.PAUSE,
        recipients=(Recipient.REPORTER,),
    ),
    Move(
        code=MoveCode.UNMERGE,
        states=_from(State.MERGED),
        who=_do(Seat.CENTRE_OF_LEVEL),
        clock=ClockEffect.RESUME,
    ),
    Move(
        code=MoveCode.SUPERVISE,
        states=OPEN_STATES,
        who=_do(Seat.SUPERVISOR),
        needs=(Need.UNIT, Need.CARD, Need.WORDS, Need.ANSWER_DUE),
        recipients=(Recipient.ADDRESSED,),
    ),
    Move(
        code=MoveCode.INSTRUCT,
        states=OPEN_STATES,
        who=_do(Seat.INSTRUCTION_RECORDER),
        needs=(Need.UNIT, Need.WORDS, Need.ANSWER_DUE),
        recipients=(Recipient.ADDRESSED,),
    ),
    Move(
        code=MoveCode.UNDO,
        states=frozenset(State),
        who=_do(Seat.LAST_MOVER),
        conditions=(when.may_undo,),
        clock=ClockEffect.BEFORE,
        recipients=(Recipient.EARLIER_RECIPIENTS,),
    ),
)

MOVES: Final[Mapping[MoveCode, Move]] = MappingProxyType({move.code: move for move in _TABLE})
"""Every move by its code, in the order of the table."""

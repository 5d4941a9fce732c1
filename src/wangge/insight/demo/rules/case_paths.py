"""The ways a demo case can go, each a row of steps; who and what is filled in case by case.

`by` is the reporter, the worker of the group's grid, or a post as `kind of unit.kind of post`.
The kinds `village_lead`, `township_lead`, `county_lead` stand for the unit that routing names.
`says` gives, by field, the key of a text in `move_texts.csv`; `outcome` is the case's own.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from wangge.work.cases.rules.move_codes import MoveCode as M
from wangge.work.cases.rules.move_codes import Stage

REPORTER: Final = "reporter"
WORKER: Final = "worker"

_STATION: Final = "v_service_station.intake"
_STATION_HEAD: Final = "v_service_station.head"
_OVERSIGHT: Final = "v_oversight.head"
_VILLAGE_LEAD: Final = "village_lead.head"
_INTAKE: Final = "t_grid_centre.intake"
_CENTRE: Final = "t_grid_centre.head"
_LEADER: Final = "t_government.head"
_OFFICE: Final = "township_lead.handler"
_COUNTY: Final = "county_grid_centre.head"
_COUNTY_INTAKE: Final = "county_grid_centre.intake"
_DEPARTMENT: Final = "county_lead.liaison"


@dataclass(frozen=True, slots=True)
class Step:
    """One move of a path, `after` hours after the one before."""

    move: M
    by: str
    after: float
    fields: dict[str, Any] = field(default_factory=dict)
    says: dict[str, str] = field(default_factory=dict)
    stage: Stage = Stage.DO


Path = tuple[Step, ...]


def _accept(
    by: str, level: str, after: float = 3, *, reason: str | None = None, urgent: bool = False
) -> Step:
    fields: dict[str, Any] = {"level": level, "scale": "01"} | ({"urgent": True} if urgent else {})
    return Step(M.ACCEPT, by, after, fields, {"reason": reason} if reason else {})


def _take(by: str, after: float = 4) -> Step:
    return Step(M.TAKE, by, after)


def _dispatch(by: str, unit: str, after: float = 2) -> Step:
    return Step(M.DISPATCH, by, after, {"unit": unit})


def _progress(by: str, text: str, after: float = 8, *, for_reporter: bool = True) -> Step:
    return Step(M.PROGRESS, by, after, {"for_reporter": for_reporter}, {"words": text})


def _complete(by: str, after: float = 26, closing: str = "settled") -> Step:
    return Step(M.COMPLETE, by, after, {"closing": closing}, {"words": "outcome"})


def _verify(by: str, after: float = 20, text: str = "checked_on_site") -> Step:
    return Step(M.VERIFY_PASS, by, after, says={"words": text})


def _rate(rating: str, after: float = 5) -> Step:
    return Step(M.RATE, REPORTER, after, {"rating": rating})


_CONFIRMED: Final = _verify(REPORTER, 5, "reporter_confirms")

_AT_STATION: Final[Path] = (_accept(_STATION, "village"),)
_BY_WORKER: Final[Path] = (*_AT_STATION, _take(WORKER))
_WORKER_DONE: Final[Path] = (*_BY_WORKER, _complete(WORKER))
_WORKER_CLOSED: Final[Path] = (*_WORKER_DONE, _verify(_STATION_HEAD))
_BY_CLERK: Final[Path] = (*_AT_STATION, _take(_STATION, 1))
_ANSWERED: Final[Path] = (*_BY_CLERK, _complete(_STATION, 3, "explained_accepted"))
_BY_COMMITTEE: Final[Path] = (
    *_AT_STATION,
    _dispatch(_STATION_HEAD, "village_lead"),
    _take(_VILLAGE_LEAD),
)
_AT_TOWNSHIP: Final[Path] = (_accept(_INTAKE, "township"),)
_AT_OFFICE: Final[Path] = (*_AT_TOWNSHIP, _dispatch(_CENTRE, "township_lead"))
_BY_OFFICE: Final[Path] = (*_AT_OFFICE, _take(_OFFICE))
_OFFICE_DONE: Final[Path] = (*_BY_OFFICE, _complete(_OFFICE, 40))
_OFFICE_CLOSED: Final[Path] = (*_OFFICE_DONE, _verify(_CENTRE))
_UP_FROM_VILLAGE: Final[Path] = (
    *_BY_WORKER,
    Step(M.ESCALATE, _STATION_HEAD, 6, says={"reason": "beyond_village", "tried": "village_tried"}),
)
_UP_TO_COUNTY: Final[Path] = (
    Step(
        M.ESCALATE, _CENTRE, 20, stage=Stage.ASK,
        says={"reason": "beyond_township", "tried": "township_tried"},
    ),
    Step(M.ESCALATE, _LEADER, 3, stage=Stage.GRANT),
)  # fmt: skip
_COORDINATED: Final = Step(
    M.COORDINATE, _CENTRE, 4, {"departments": ["county_lead"]}, {"words": "question_to_department"}
)
_ASK_EXTENSION: Final[Path] = (
    Step(M.EXTEND, WORKER, 20, {"amount": 3}, {"reason": "parts_ordered"}, Stage.ASK),
    Step(M.EXTEND, _CENTRE, 3, stage=Stage.GRANT),
)
_ASK_SUSPENSION: Final[Path] = (
    Step(M.SUSPEND, WORKER, 20, {"review_on": 60}, {"reason": "waits_for_funds"}, Stage.ASK),
    Step(M.SUSPEND, _CENTRE, 5, stage=Stage.GRANT),
)

_BRIDGE: Final[Path] = (
    _accept(_INTAKE, "village", reason="small_repair_first"),
    _take(WORKER),
    _progress(WORKER, "barrier_set_up", 3),
    _UP_FROM_VILLAGE[-1],
    _dispatch(_CENTRE, "township_lead", 3),
    _take(_OFFICE, 3),
    _COORDINATED,
    _progress(_DEPARTMENT, "department_answer", 22, for_reporter=False),
    *_UP_TO_COUNTY,
    Step(M.ASSIGN, _COUNTY, 20, {"unit": "county_lead"}),
    Step(M.SEND_BACK, _DEPARTMENT, 5, says={"reason": "not_a_listed_bridge"}),
    Step(M.DECIDE, _COUNTY, 20, {"unit": "county_lead"}, {"reason": "decided_by_duty_list"}),
    _take(_DEPARTMENT, 3),
    _progress(_DEPARTMENT, "deck_measured", 24),
    _complete(_DEPARTMENT, 48),
    Step(M.VERIFY_FAIL, _OVERSIGHT, 20, says={"words": "railing_missing"}),
    _complete(_DEPARTMENT, 44),
    _verify(_OVERSIGHT),
    _rate("satisfied"),
)  # fmt: skip

PATHS: Final[dict[str, Path]] = {
    "submitted": (),
    "village_accepted": _AT_STATION,
    "village_handling": _BY_WORKER,
    "village_progress": (*_BY_WORKER, _progress(WORKER, "seen_on_site")),
    "village_completed": _WORKER_DONE,
    "village_closed": _WORKER_CLOSED,
    "village_satisfied": (*_WORKER_CLOSED, _rate("satisfied")),
    "village_journey": (
        *_BY_WORKER,
        _progress(WORKER, "seen_on_site", 2),
        _complete(WORKER, 22),
        _verify(_STATION_HEAD, 18),
        _rate("satisfied", 3),
    ),
    "village_urgent": (
        _accept(_STATION, "village", 0.5),
        _take(WORKER, 0.5),
        _progress(WORKER, "seen_on_site", 2),
    ),
    "village_own_word": (*_WORKER_DONE, _CONFIRMED, _rate("fairly", 1)),
    "village_checked_anew": (
        *_WORKER_DONE,
        Step(M.VERIFY_FAIL, _STATION_HEAD, 16, says={"words": "not_cleared"}),
        _complete(WORKER, 8),
        _verify(_OVERSIGHT),
    ),
    "committee_handling": _BY_COMMITTEE,
    "committee_closed": (*_BY_COMMITTEE, _complete(_VILLAGE_LEAD, 30), _verify(_OVERSIGHT)),
    "village_asked": (*_BY_WORKER, Step(M.ASK_REPORTER, WORKER, 3, says={"words": "which_lamp"})),
    "village_extended": (*_BY_WORKER, *_ASK_EXTENSION),
    "village_asks_more_time": (*_BY_WORKER, _ASK_EXTENSION[0]),
    "village_suspended": (*_BY_WORKER, *_ASK_SUSPENSION),
    "village_resumed": (
        *_BY_WORKER,
        *_ASK_SUSPENSION,
        Step(M.RESUME, WORKER, 120),
        _complete(WORKER, 20),
        _verify(_STATION_HEAD),
    ),
    "withdrawn": (*_AT_STATION, Step(M.WITHDRAW, REPORTER, 8, says={"words": "no_longer_needed"})),
    "withdrawn_at_once": (Step(M.WITHDRAW, REPORTER, 2, says={"words": "reported_twice"}),),
    "merged": (*_AT_STATION, Step(M.MERGE, _STATION_HEAD, 2, {"main_case": "main"})),
    "praise": (_accept(_STATION, "village"),),
    "renamed": (
        *_AT_STATION,
        Step(M.RECLASSIFY, _STATION, 1, {"category": "0309"}, {"reason": "piled_not_thrown"}),
        _take(WORKER),
        _complete(WORKER),
        _verify(_STATION_HEAD),
    ),
    "reopened": (
        *_WORKER_CLOSED,
        _rate("not", 30),
        Step(M.REOPEN, REPORTER, 2, says={"reason": "dark_again"}),
    ),
    "clerk_handling": _BY_CLERK,
    "clerk_completed": _ANSWERED,
    "clerk_closed": (*_ANSWERED, _verify(_STATION_HEAD, 20, "asked_the_reporter")),
    "clerk_satisfied": (*_ANSWERED, _CONFIRMED, _rate("satisfied", 1)),
    "township_accepted": _AT_TOWNSHIP,
    "township_urgent": (
        _accept(_INTAKE, "township", 0.5, urgent=True, reason="water_off"),
        _dispatch(_CENTRE, "township_lead", 0.2),
        _take(_OFFICE, 0.3),
    ),
    "township_handling": _BY_OFFICE,
    "township_handed_on": (
        *_AT_OFFICE,
        _take("township_lead.head"),
        Step(M.HAND, "township_lead.head", 2, {"post": "township_lead.handler"}),
    ),
    "township_completed": _OFFICE_DONE,
    "township_closed": _OFFICE_CLOSED,
    "township_satisfied": (*_OFFICE_CLOSED, _rate("satisfied")),
    "township_answered": (
        *_BY_OFFICE,
        _complete(_OFFICE, 24, "explained_accepted"),
        _verify(_CENTRE, text="asked_the_reporter"),
    ),
    "township_decided": (
        *_AT_OFFICE,
        Step(M.SEND_BACK, _OFFICE, 4, says={"reason": "waste_on_the_bank"}),
        Step(M.DECIDE, _CENTRE, 4, {"unit": "t_sanitation"}, {"reason": "nearest_duty"}),
        _take("t_sanitation.handler"),
        _complete("t_sanitation.handler", 20),
        _verify(_CENTRE),
    ),
    "township_coordinating": (*_BY_OFFICE, _COORDINATED),
    "township_supervised": (
        *_BY_OFFICE,
        Step(
            M.SUPERVISE, "political_legal_committee.supervisor", 400,
            {"unit": "township_lead", "card": "yellow", "answer_due": 3},
            {"words": "overdue_answer"},
        ),
    ),
    "county_instructed": (
        *_BY_OFFICE,
        *_UP_TO_COUNTY,
        Step(
            M.INSTRUCT, "county_government_office.recorder", 4,
            {"unit": "county_grid_centre", "answer_due": 5}, {"words": "leader_words"},
        ),
        Step(M.ASSIGN, _COUNTY_INTAKE, 6, {"unit": "county_lead"}),
        _take(_DEPARTMENT, 5),
    ),
    "county_closed": (
        *_BY_OFFICE,
        *_UP_TO_COUNTY,
        Step(M.ASSIGN, _COUNTY_INTAKE, 6, {"unit": "county_lead"}),
        _take(_DEPARTMENT, 5),
        _complete(_DEPARTMENT, 60),
        _verify(_OVERSIGHT),
    ),
    "from_village_closed": (
        *_UP_FROM_VILLAGE,
        _dispatch(_CENTRE, "township_lead"),
        _take(_OFFICE),
        _complete(_OFFICE, 30),
        _verify(_OVERSIGHT),
        _rate("satisfied"),
    ),
    "from_village_waiting": _UP_FROM_VILLAGE,
    "declined": (
        Step(M.DECLINE, _INTAKE, 5, says={"reason": "market_service", "words": "ask_the_operator"}),
    ),
    "transferred": (
        *_AT_TOWNSHIP,
        Step(M.TRANSFER, _CENTRE, 6, {"channel": "petition"}, {"words": "goes_to_petition"}),
    ),
    "transferred_receipt": (
        *_AT_TOWNSHIP,
        Step(M.TRANSFER, _CENTRE, 6, {"channel": "arbitration"}, {"words": "goes_to_arbitration"}),
        Step(M.RECORD_RECEIPT, _CENTRE, 48, {"receipt_on": 0}, {"receipt": "receipt_number"}),
    ),
    "bridge_journey": _BRIDGE,
}  # fmt: skip
"""Every path by its name, as `cases.csv` uses it."""

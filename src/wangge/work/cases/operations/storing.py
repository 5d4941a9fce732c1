"""The facts of a case, laid out onto its row.

The facts are kept whole; the columns repeat what lists, indexes and policies need. Only `lay_out`
writes them, so the two cannot part ways (`wangge verify` compares them).
"""

from datetime import datetime

from wangge.lib.area_code import Level
from wangge.work.cases.models import Case
from wangge.work.cases.queries.facts import as_stored
from wangge.work.cases.rules.facts import CaseFacts
from wangge.work.cases.rules.states import State
from wangge.work.terms.rules.terms import OnDue


def lay_out(case: Case, facts: CaseFacts, at: datetime) -> None:
    """Write the facts and the columns that repeat them onto the row (not yet to the database)."""
    case.facts = as_stored(facts)
    case.state = facts.state.value
    case.is_open = facts.is_open
    case.level = int(facts.level)
    case.category = facts.category_code
    case.scale = facts.scale.value if facts.scale else ""
    case.urgent = facts.urgent
    case.restricted = facts.restricted
    case.responsible_unit_id = facts.responsible.unit_id
    case.responsible_post_id = facts.holder
    case.main_case_id = facts.main_case_id
    case.total_due_at = facts.promised_at
    case.completed_at = facts.completed_at
    case.closed_at = facts.closed_at
    case.closing_type = facts.closing.value if facts.closing else ""
    case.moved_at = at
    _lay_out_place(case, facts.area_code)
    _lay_out_times(case, facts)
    # a case that is undone or reopened is settled no longer, and perhaps elsewhere the next time
    case.settled_level = int(facts.level) if facts.state is State.CLOSED else None


def _lay_out_place(case: Case, code: str) -> None:
    case.area_code = code
    case.county_code = code[: Level.COUNTY]
    case.township_code = code[: Level.TOWNSHIP] if len(code) >= Level.TOWNSHIP else ""
    case.village_code = code[: Level.VILLAGE] if len(code) >= Level.VILLAGE else ""
    case.grid_code = code if len(code) == Level.GRID else ""


def _lay_out_times(case: Case, facts: CaseFacts) -> None:
    """An open case without a running term is listed by its next look, and has no light."""
    term = facts.term
    lit = term is not None and term.allowance.on_due is OnDue.LIGHT
    case.due_at = term.due_at if term else facts.next_look_at
    case.yellow_at = term.yellow_at if term and lit else None
    case.due_provisional = bool(term and term.provisional)
    case.next_look_at = facts.next_look_at

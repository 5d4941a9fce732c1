"""The calls about cases: report, list, look at one and its story, move it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Final

from django.http import HttpResponse
from django.urls import reverse
from ninja import Path, Query, Router

from wangge.access.actor import Actor
from wangge.interfaces.api.description import with_body
from wangge.interfaces.api.filing import filing_of
from wangge.interfaces.api.naming import said_with
from wangge.interfaces.api.once_only import Key, code_for, once_for
from wangge.interfaces.api.reading import body_of, refuse_unknown
from wangge.interfaces.api.requests import CaseNumber, Filters, NewCase, NewMove
from wangge.interfaces.api.responses import CasePage, CaseReceipt, CaseTold, MoveMade, Story
from wangge.interfaces.api.writing import case_told, line_of, step_told
from wangge.interfaces.web.listing import page_of
from wangge.interfaces.web.request import Request
from wangge.work.cases import operations
from wangge.work.cases.queries.contents import steps_of
from wangge.work.cases.queries.lists import CaseFilter
from wangge.work.cases.queries.provided import given_from
from wangge.work.cases.queries.seating import moves_open_to
from wangge.work.cases.queries.sight import case_by_number

router = Router(tags=["cases"])

Number = Annotated[CaseNumber, Path(description="The number of the case.")]

_BY_DUE: Final = ("due_at", "id")
_NEWEST: Final = ("-reported_at", "-id")


@router.post("/cases", response={201: CaseReceipt}, openapi_extra=with_body(NewCase))
def report(request: Request, response: HttpResponse, key: Key) -> CaseReceipt:
    """Take in a report, for the caller or on behalf of a resident who is named in it."""
    by, at = _caller(request)
    said = body_of(request, NewCase)
    filing = filing_of(said, code=code_for(key, by=by))

    def do() -> dict[str, Any]:
        case = operations.report(filing, by=by, at=at)
        return {"number": case.number, "version": case.version}

    kept = once_for(request, key, said, do, by=by, at=at)
    response["Location"] = reverse("api:case", args=[kept["number"]])
    return CaseReceipt(**kept, query_code=filing.query_code)


@router.get("/cases", response=CasePage)
def list_cases(request: Request, filters: Query[Filters]) -> CasePage:
    """The cases in the caller's sight. Open ones come by due time, others the newest first."""
    by, at = _caller(request)
    refuse_unknown(request, Filters.model_fields)
    chosen = CaseFilter(
        area=filters.area or "",
        state=filters.state or "",
        light=filters.light or "",
        category=filters.category or "",
        unit=filters.unit,
    )
    rows = chosen.seen_by(by, at).select_related("responsible_unit")
    order = _BY_DUE if chosen.state == "open" or chosen.light else _NEWEST
    found = page_of(request, rows, order, size=filters.limit)
    return CasePage(
        items=[line_of(case) for case in found.rows],
        next=(found.next and f"{request.path}{found.next}") or None,
        previous=(found.previous and f"{request.path}{found.previous}") or None,
    )


@router.get("/cases/{number}", response=CaseTold, url_name="case")
def show_case(request: Request, number: Number) -> CaseTold:
    """One case, whole, with what the caller may do with it now."""
    by, at = _caller(request)
    case = case_by_number(number, by)
    return case_told(case, moves_open_to(by, case, at), _language(request))


@router.get("/cases/{number}/steps", response=Story)
def list_steps(request: Request, number: Number) -> Story:
    """The story of a case. Where its parties are hidden from the caller, its words are left out."""
    by, _ = _caller(request)
    case = case_by_number(number, by)
    return Story(items=[step_told(step) for step in steps_of(case)])


@router.post("/cases/{number}/moves", response={201: MoveMade}, openapi_extra=with_body(NewMove))
def make_move(request: Request, number: Number, key: Key) -> MoveMade:
    """Make a stage of a move. 409 if the case is no longer the one of `version`."""
    by, at = _caller(request)
    made = body_of(request, NewMove)

    def do() -> dict[str, Any]:
        case = case_by_number(number, by)
        step = operations.move(
            case.pk,
            made.move,
            given_from(said_with(made, by)),
            by=by,
            at=at,
            stage=made.stage,
            version=made.version,
        )
        return {"number": number, "state": step.to_state, "version": step.ordinal}

    return MoveMade(**once_for(request, key, made, do, by=by, at=at))


def _caller(request: Request) -> tuple[Actor, datetime]:
    return request.actor, request.now


def _language(request: Request) -> str:
    return request.language

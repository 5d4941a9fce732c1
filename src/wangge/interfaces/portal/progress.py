"""The progress page: the state of the case, until when, what was answered, what one may do now."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wangge.interfaces.portal.own_answer import AnswerForm, open_question
from wangge.interfaces.portal.own_moves import MoveForm, given_of, own_moves
from wangge.interfaces.portal.receipt_in_hand import Receipt, with_receipt
from wangge.interfaces.portal.story import answer, place_of, stages, story
from wangge.interfaces.web.components.shapes import Entry, Fact
from wangge.interfaces.web.forms import take_over
from wangge.interfaces.web.pages import page
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.organisations.queries.units import unit_words
from wangge.work.cases.models import Case
from wangge.work.cases.operations import move
from wangge.work.cases.queries.reporters import identity_was_left, looks_at
from wangge.work.cases.queries.sight import case_by_number
from wangge.work.cases.rules.categories import category
from wangge.work.cases.rules.move_codes import MoveCode
from wangge.work.cases.rules.states import State


@require_GET
@with_receipt
def progress(request: Request, held: Receipt) -> HttpResponse:
    """The case as its reporter sees it."""
    return _draw(request, held)


@require_http_methods(["GET", "POST"])
@with_receipt
def own_move(request: Request, held: Receipt, code: str) -> HttpResponse:
    """Withdraw, say whether it is settled, rate, or ask for it to be taken up again."""
    chosen = MoveCode(code)  # the address admits none but the reporter's own
    case = case_by_number(held.number, held.holder)
    if request.method == "GET":
        return _confirm(request, held, case, chosen)
    form = MoveForm(chosen, request.POST)
    if not form.is_valid():
        return _draw(request, held, wrong=form, status=422)
    try:
        move(
            case.pk,
            chosen,
            given_of(form),
            by=held.holder,
            at=request.now,
            version=form.cleaned_data["version"],
        )
    except Refusal as refusal:
        take_over(form, refusal)
        return _draw(request, held, wrong=form, status=refusal.status)
    return redirect("progress")


@require_POST
@with_receipt
def own_answer(request: Request, held: Receipt) -> HttpResponse:
    """Add what the unit that handles the case asked for."""
    case = case_by_number(held.number, held.holder)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _draw(request, held, wrong=form, status=422)
    try:
        form.send(case, by=held.holder, at=request.now)
    except Refusal as refusal:
        take_over(form, refusal)
        return _draw(request, held, wrong=form, status=refusal.status)
    return redirect("progress")


def _confirm(request: Request, held: Receipt, case: Case, code: MoveCode) -> HttpResponse:
    """A page of its own for one move; back to the case where the move is not open any more."""
    at = request.now
    found = [each for each in own_moves(case, held.holder, at) if each.code == code.value]
    if not found:
        return redirect("progress")
    return page(request, "portal/own_move.html", move=found[0], number=case.number)


def _draw(
    request: Request,
    held: Receipt,
    *,
    wrong: MoveForm | AnswerForm | None = None,
    status: int = 200,
) -> HttpResponse:
    case = case_by_number(held.number, held.holder)
    at = request.now
    wrong_move = wrong if isinstance(wrong, MoveForm) else None
    open_to_me = {each.code: each for each in own_moves(case, held.holder, at, wrong=wrong_move)}
    question = open_question(case, wrong if isinstance(wrong, AnswerForm) else None)
    # People who come to look should not meet the offer to withdraw first: it is a link at the end.
    withdrawal = None if wrong else open_to_me.pop(MoveCode.WITHDRAW.value, None)
    return page(
        request,
        "portal/progress.html",
        status=status,
        case=case,
        stages=stages(case),
        promise=_promise(case),
        answer=answer(case),
        facts=_facts(case),
        entries=story(case),
        moves=[*([question] if question else []), *open_to_me.values()],
        withdrawal=withdrawal,
        wrong=wrong,
        looks=_looks(case, held) if identity_was_left(case) else None,
    )


def _looks(case: Case, held: Receipt) -> list[Entry]:
    """Who looked at the identity: unit and post, when, and what for."""
    return [
        Entry(
            look.at,
            look.purpose.words,
            post=Message(
                "portal.by.post",
                unit=unit_words(look.post.unit),
                post=Message(f"post.kind.{look.post.kind}"),
            ),
        )
        for look in looks_at(case, held.holder)
    ]


def _promise(case: Case) -> Message | None:
    """The next day the reporter may count on; none once nothing is due or something is waiting."""
    unit = unit_words(case.responsible_unit)
    match State(case.state):
        case State.SUBMITTED if case.due_at is not None:
            return Message("portal.promise.accept", unit=unit, due=case.due_at)
        case State.ACCEPTED | State.HANDLING if case.total_due_at is not None:
            return Message("portal.promise.handle", unit=unit, due=case.total_due_at)
        case _:
            return None


def _facts(case: Case) -> list[Fact]:
    return [
        Fact(Message("portal.fact.number"), case.number, kind="code"),
        Fact(Message("portal.fact.reported"), case.reported_at, kind="moment"),
        Fact(Message("portal.fact.category"), category(case.category).words),
        Fact(Message("portal.fact.place"), place_of(case)),
    ]

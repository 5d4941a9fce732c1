"""Opening who reported a case, in the clear, for a purpose that the reporter can read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from wangge.access.actor import Actor
from wangge.doors.operation import operation
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.accounts.adapters.key_ring import opened_phone
from wangge.registers.audit.operations import record
from wangge.registers.audit.rules.events import Event
from wangge.work.cases.models import CaseReporter
from wangge.work.cases.queries.reporters import post_that_sees, purposes_of
from wangge.work.cases.queries.sight import visible
from wangge.work.cases.rules.identity import Identity


@operation
def open_identity(case_id: UUID, purpose: str, *, by: Actor, at: datetime) -> Identity:
    """Open who reported; the look is recorded with post and purpose, which the reporter can read.

    404 for a case that the actor does not see, 403 if they may not know who reported, 422 for a
    purpose that the case does not offer now.
    """
    case = visible(by).filter(pk=case_id).first()
    if case is None:
        raise Refusal.not_found(Message("case.thing.case"))
    reporter = CaseReporter.objects.filter(case=case).first()
    may_contact = reporter is not None and reporter.handler_may_contact
    post = post_that_sees(case, by, may_contact=may_contact)
    if reporter is None or post is None:
        raise Refusal.forbidden(Message("reporter.refusal.not_yours"))
    if purpose not in purposes_of(case):
        raise Refusal.invalid({"purpose": Message("reporter.refusal.purpose")})
    record(
        Event.REPORTER_OPENED,
        "case",
        case.pk,
        by=by,
        at=at,
        area_code=case.area_code,
        post_id=post.post_id,
        purpose=purpose,
    )
    return Identity(reporter.name, opened_phone(reporter.phone))

"""Who reported: masked for those who may know, opened for a purpose, and who looked is told.

The identity is seen by the intake of the place, of a case that hides its parties only if it is of
the handling line; by the holder of the case, if the reporter agreed to be contacted; of a
restricted case by the responsible unit and nobody else. Nobody else learns even the mask. The
policy in migration 0003 says the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from wangge.access.actor import Actor, ActorKind, HeldPost
from wangge.access.permissions import Permission
from wangge.lib.person_name import mask_name
from wangge.lib.phone_number import mask as mask_phone
from wangge.registers.accounts.adapters.key_ring import opened_phone
from wangge.registers.audit.models import AuditEvent
from wangge.registers.audit.rules.events import Event
from wangge.registers.organisations.models import Post, PostCover
from wangge.work.cases.models import Case, CaseReporter
from wangge.work.cases.rules.identity import Identity, Purpose


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked at the identity: when, in which post, what for. Never who."""

    at: datetime
    post: Post
    purpose: Purpose


def purposes_of(case: Case) -> tuple[Purpose, ...]:
    """What a case can be looked into for now: talking while it is open, its result once there is one."""
    talking = (Purpose.CALL_BACK, Purpose.ASK_DETAILS) if case.is_open else ()
    return (*talking, Purpose.CHECK_RESULT) if case.completed_at else talking


def post_that_sees(case: Case, actor: Actor, *, may_contact: bool) -> HeldPost | None:
    """The post in which the actor may know who reported a case that the actor sees; else None."""
    if case.restricted:
        return _first(post for post in actor.posts if _is_responsible(post, case))
    if not case.shows_parties:
        return None
    intake = actor.post_for(Permission.REPORTER_SEE, case.area_code)
    return intake or (_post_it_lies_on(case, actor) if may_contact else None)


def _is_responsible(post: HeldPost, case: Case) -> bool:
    return post.takes_part and post.unit_id == case.responsible_unit_id


def _post_it_lies_on(case: Case, actor: Actor) -> HeldPost | None:
    """The holder's post, or the one that covers it where it is vacant."""
    held = {post.post_id: post for post in actor.posts}
    if case.responsible_post_id in held:
        return held[case.responsible_post_id]
    covers = PostCover.objects.filter(
        post=case.responsible_post_id, covered_by__in=held, ends_on=None
    )
    return _first(held[cover] for cover in covers.values_list("covered_by", flat=True))


def masked_identity(case: Case, actor: Actor) -> Identity | None:
    """Name and number as 张* and 100****0000; None if the actor may not know."""
    reporter = _seen(case, actor)
    if reporter is None:
        return None
    phone = opened_phone(reporter.phone)  # only its mask leaves this function
    return Identity(mask_name(reporter.name), mask_phone(phone) if phone else "")


def _seen(case: Case, actor: Actor) -> CaseReporter | None:
    reporter: CaseReporter | None = getattr(case, "reporter", None)
    if reporter is None:
        return None
    post = post_that_sees(case, actor, may_contact=reporter.handler_may_contact)
    return reporter if post else None


def identity_was_left(case: Case) -> bool:
    """Whether the report has a name or number, as far as the actor in the door may know."""
    reporter = CaseReporter.objects.filter(case=case).first()
    return reporter is not None and bool(reporter.name or reporter.phone)


MOST_LOOKS: Final = 50


def looks_at(case: Case, actor: Actor) -> list[Look]:
    """Who looked, the latest first, for the intake and for the reporter; nothing for others."""
    of_reporter = actor.kind is ActorKind.REPORTER and actor.receipt == case.receipt
    if not of_reporter and post_that_sees(case, actor, may_contact=False) is None:
        return []
    events = AuditEvent.objects.filter(
        kind=Event.REPORTER_OPENED.value, object_kind="case", object_id=str(case.pk)
    )
    rows = list(events.order_by("-at", "-id").values_list("at", "post_id", "codes")[:MOST_LOOKS])
    posts = Post.objects.select_related("unit", "unit__area").in_bulk({post for _, post, _ in rows})
    return [Look(at, posts[post], Purpose(codes["purpose"])) for at, post, codes in rows]


def _first(posts: Iterable[HeldPost]) -> HeldPost | None:
    return next(iter(posts), None)

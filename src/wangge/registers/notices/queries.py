"""What can be asked of notices: one's own, and the operator's view of those for people outside."""

from __future__ import annotations

from django.db.models import QuerySet

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.lib.refusal import Refusal
from wangge.registers.notices.models import Notice
from wangge.registers.notices.rules import Channel


def own(actor: Actor) -> QuerySet[Notice]:
    """The notices on the person's own page."""
    return Notice.objects.filter(
        person_id=actor.person_id, person_id__isnull=False, channel=Channel.IN_APP
    )


def unread(actor: Actor) -> QuerySet[Notice]:
    """The person's unread notices."""
    return own(actor).filter(read_at=None)


def dead(actor: Actor) -> QuerySet[Notice]:
    """Notices that were given up because they could not be sent. 403 without `system.see`."""
    _operator(actor)
    return Notice.objects.filter(state=Notice.State.DEAD)


def shown_instead(actor: Actor) -> QuerySet[Notice]:
    """What the demo would have sent to people outside. 403 without `system.see`."""
    _operator(actor)
    return Notice.objects.filter(channel=Channel.DEMO)


def _operator(actor: Actor) -> None:
    if not actor.holds(Permission.SYSTEM_SEE):
        raise Refusal.forbidden()

"""What can be asked of accounts."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.accounts.models import Account, AccountQuerySet, Session


def usable_account(username: str) -> Account | None:
    """The open account of that name."""
    return AccountQuerySet(Account).usable().filter(username=username).first()


def sessions_of(account_id: UUID, at: datetime) -> QuerySet[Session]:
    """The sessions of an account that have not run out, the last used first."""
    running = Session.objects.filter(account=account_id, expire_date__gt=at)
    return running.order_by("-last_seen_at", "session_key")


def pending_secret(account: Account) -> str:
    """The TOTP secret that waits to be confirmed; empty if there is none."""
    sealed = account.second_factor_pending
    return key_ring().open(bytes(sealed), context=account.pk.bytes) if sealed else ""

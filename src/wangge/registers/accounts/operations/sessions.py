"""Where sessions are kept: Django's store in the database, with the account they belong to.

At sign-in `note` puts into a session what its person may see of it; the store copies that into
columns, so that sessions can be listed and ended by account. Named by `settings.SESSION_ENGINE`.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from wangge.registers.accounts.models import Session
from wangge.registers.accounts.rules import browser_of, network_of

BEGAN: Final = "began"
SEEN: Final = "seen"
NETWORK: Final = "network"
BROWSER: Final = "browser"


class SessionStore(DatabaseStore):
    """Sessions as rows of `accounts.Session`."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table in which Django keeps them."""
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of a session, with account, network, browser and times as columns."""
        row = super().create_model_instance(data)
        assert isinstance(row, Session)  # noqa: S101 - see get_model_class
        row.account_id = UUID(data[SESSION_KEY]) if SESSION_KEY in data else None
        row.network = data.get(NETWORK, "")
        row.browser = data.get(BROWSER, "")
        row.began_at = _instant(data.get(BEGAN))
        row.last_seen_at = _instant(data.get(SEEN))
        return row


def note(session: MutableMapping[str, Any], *, address: str, user_agent: str, at: datetime) -> None:
    """Remember when and from where a session begins: a network and a class of browser, no more."""
    session[BEGAN] = session[SEEN] = at.timestamp()
    session[NETWORK] = network_of(address)
    session[BROWSER] = browser_of(user_agent).value


def _instant(timestamp: float | None) -> datetime | None:
    return None if timestamp is None else datetime.fromtimestamp(timestamp, tz=UTC)

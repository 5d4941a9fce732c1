"""The three database roles and how long each may work, wait and idle.

PostgreSQL applies ``ALTER ROLE … SET`` only when a session *logs in* as that role, never on
``SET ROLE``. A connection that logs in as one account and takes its role through
``-c role=…`` must therefore carry the limits with it: ``connection_options`` does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session may take; PostgreSQL interval texts, ``"0"`` means no limit."""

    statement_timeout: str
    lock_timeout: str
    idle_in_transaction_session_timeout: str

    def settings(self) -> Mapping[str, str]:
        """Setting name to value, as PostgreSQL spells them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True)
class DatabaseRole:
    """One of the roles that the tables' grants and row policies are written for."""

    name: str
    limits: Limits


ROLES: Mapping[str, DatabaseRole] = MappingProxyType(
    {
        # Migrations may run long, but must not queue behind a lock and block every reader.
        "owner": DatabaseRole("wangge_owner", Limits("0", "10s", "10min")),
        # A person waits: what takes longer than this is a job.
        "web": DatabaseRole("wangge_web", Limits("15s", "3s", "30s")),
        "worker": DatabaseRole("wangge_worker", Limits("10min", "10s", "5min")),
    }
)


def connection_options(role: str) -> str:
    """The libpq ``options`` text that takes the role and its limits when a session opens.

    ``role`` is a key of ``ROLES``; another raises ``KeyError``.
    """
    wanted = ROLES[role]
    settings = {"role": wanted.name, **wanted.limits.settings()}
    return " ".join(f"-c {name}={value}" for name, value in settings.items())

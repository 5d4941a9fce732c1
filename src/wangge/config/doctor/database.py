"""Looks into the database: whether it answers, and whether it was prepared."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import psycopg
from psycopg import sql

from wangge.config.database.roles import ROLES
from wangge.config.database.trouble import explain
from wangge.config.doctor import finding
from wangge.config.doctor.finding import Finding, Verdict

_PATIENCE_SECONDS = 5


def findings(parameters: Mapping[str, Any]) -> Iterator[Finding]:
    """Findings about the database behind libpq connection parameters (without a role)."""
    try:
        connection = psycopg.connect(
            **parameters, connect_timeout=_PATIENCE_SECONDS, autocommit=True
        )
    except psycopg.OperationalError as error:
        yield Finding(Verdict.BAD, explain(str(error)))
        return
    with connection:
        version = str(connection.info.server_version // 10000)
        yield finding.good("database.good", name=connection.info.dbname, version=version)
        yield finding.extensions(_names(connection, "SELECT extname FROM pg_extension"))
        account = connection.info.user
        takeable = _takeable_roles(connection)
        yield finding.roles(account, takeable)
        yield finding.leakproof(_is_leakproof(connection))
        # The worker and the web process may see the workers' heartbeats.
        for role in takeable & {ROLES["worker"].name, ROLES["web"].name}:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
            yield _worker(connection)
            break


def _takeable_roles(connection: psycopg.Connection) -> set[str]:
    return _names(
        connection,
        "SELECT rolname FROM pg_roles WHERE rolname = ANY(%s)"
        " AND pg_has_role(session_user, oid, 'MEMBER')",
        [role.name for role in ROLES.values()],
    )


def _is_leakproof(connection: psycopg.Connection) -> bool:
    marked = connection.execute(
        "SELECT count(DISTINCT proname) = 2 FROM pg_proc"
        " WHERE proleakproof AND proname IN ('geometry_overlaps', 'arrayoverlap')"
    ).fetchone()
    return bool(marked and marked[0])


def _worker(connection: psycopg.Connection) -> Finding:
    try:
        row = connection.execute(
            "SELECT clock_timestamp() - max(last_heartbeat) FROM procrastinate_workers"
        ).fetchone()
    except psycopg.errors.UndefinedTable:
        return finding.worker(None)
    silent_for: timedelta | None = row[0] if row else None
    return finding.worker(silent_for)


def _names(connection: psycopg.Connection, query: str, *values: object) -> set[str]:
    return {name for (name,) in connection.execute(query, values)}

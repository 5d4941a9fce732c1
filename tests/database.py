"""Databases for tests: one migrated template a run of the code, one cheap copy a process.

The template is keyed by everything that can change it, so an unchanged one is found again in
milliseconds. Copies carry the number of the process that asked for them; those left behind by
a process that was killed are swept by the next.
"""

import fcntl
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from wangge.config.database import programs, provision

_ROOT = Path(__file__).resolve().parents[1]
_STATE = _ROOT / ".wangge"
_ADDRESS = _STATE / "pg-test.url"
_PREFIX = "wangge_test_"
_LOGIN = "wangge_login"
_TEMPLATE_SOURCES = (
    "src/wangge/**/migrations/*.py",
    "src/wangge/config/database/**/*",
    "tests/factories/**/*.py",
    "requirements.lock",
)
_KEPT = 3
_copies = count(1)


def template_database(build: Callable[[str], None], *, family: str = "world") -> str:
    """The name of a migrated database to copy from; ``build(url)`` fills it when it is missing.

    The address given to ``build`` may take any of the three roles, so migrations run as the
    owner. Processes that ask at the same time wait for the one that builds. An exception of
    ``build`` is passed on and leaves nothing behind. The last few templates of a ``family`` are
    kept, because other processes may run with the code of a moment ago.
    """
    name = f"{_PREFIX}template_{family}_{_fingerprint()}"
    with _alone(), _admin() as admin:
        if name not in _names(admin, name):
            _build(admin, name, build)
            _discard_templates(admin, family, keep=_KEPT)
    return name


def discard_templates(family: str) -> None:
    """Remove what ``template_database`` keeps for a family."""
    with _alone(), _admin() as admin:
        _discard_templates(admin, family, keep=0)


def clone(template: str) -> str:
    """Copy a database; the new name belongs to this process."""
    name = f"{_PREFIX}{os.getpid()}_{next(_copies)}"
    with _alone(), _admin() as admin:
        _sweep(admin)
    renew(name, template)
    return name


def renew(name: str, template: str) -> None:
    """Make the database again as the template has it; who was connected has to come back."""
    drop(name)
    with _alone(), _admin() as admin:
        _execute(admin, "CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, template)
        _open_to_roles(admin, name)


def drop(name: str) -> None:
    """Remove a copy, also when something is still connected to it."""
    with _admin() as admin:
        _execute(admin, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


def url(name: str) -> str:
    """The address of a database for the account that may take any of the three roles."""
    cluster = conninfo_to_dict(admin_url())
    place = {key: value for key, value in cluster.items() if key in {"host", "port"}}
    return f"postgresql:///{name}?{urlencode({**place, 'user': _LOGIN}, quote_via=quote)}"


def admin_url() -> str:
    """The superuser's address of the test cluster; ``RuntimeError`` says how to get one."""
    if address := os.environ.get("WANGGE_CLUSTER"):
        return address
    if _ADDRESS.exists():
        return _ADDRESS.read_text(encoding="utf-8").strip()
    raise RuntimeError(_NO_CLUSTER)


_NO_CLUSTER = "No PostgreSQL for tests is running: start one with bin/test --cluster-only."


def _build(admin: psycopg.Connection, name: str, build: Callable[[str], None]) -> None:
    unfinished = f"{_PREFIX}unfinished"
    drop(unfinished)
    provision.apply(
        provision.Plan(database=unfinished, login=_LOGIN),
        psql=programs.installed()[0].program("psql"),
        admin_url=admin_url(),
    )
    try:
        build(url(unfinished))
    except BaseException:
        drop(unfinished)
        raise
    _close(admin, unfinished)
    _execute(admin, "ALTER DATABASE {} RENAME TO {}", unfinished, name)
    _execute(admin, "ALTER DATABASE {} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false", name)


def _discard_templates(admin: psycopg.Connection, family: str, *, keep: int) -> None:
    newest_first = reversed(_names(admin, f"{_PREFIX}template_{family}_%"))
    for name in list(newest_first)[keep:]:
        _execute(admin, "ALTER DATABASE {} IS_TEMPLATE false", name)
        drop(name)


def _open_to_roles(admin: psycopg.Connection, name: str) -> None:
    """A copy takes over neither the owner nor the grants and settings of its template."""
    _execute(admin, "ALTER DATABASE {} OWNER TO wangge_owner", name)
    _execute(admin, "ALTER DATABASE {} SET timezone = 'Asia/Shanghai'", name)
    _execute(admin, "REVOKE TEMPORARY ON DATABASE {} FROM PUBLIC", name)
    _execute(admin, "GRANT TEMPORARY ON DATABASE {} TO wangge_worker", name)


def _close(admin: psycopg.Connection, name: str) -> None:
    admin.execute(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = %s", [name]
    )


def _sweep(admin: psycopg.Connection) -> None:
    for name in _names(admin, f"{_PREFIX}%"):
        owner = name.removeprefix(_PREFIX).split("_")[0]
        if owner.isdecimal() and not Path(f"/proc/{owner}").exists():
            drop(name)


def _names(admin: psycopg.Connection, pattern: str) -> list[str]:
    """Databases whose name is LIKE the pattern, the oldest first."""
    rows = admin.execute(
        "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid", [pattern]
    )
    return [name for (name,) in rows]


def _execute(admin: psycopg.Connection, statement: str, *names: str) -> None:
    admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def _admin() -> Iterator[psycopg.Connection]:
    try:
        connection = psycopg.connect(admin_url(), autocommit=True)
    except psycopg.OperationalError as error:
        raise RuntimeError(f"{_NO_CLUSTER} ({error})") from error
    with connection:
        yield connection


@contextmanager
def _alone() -> Iterator[None]:
    locks = _STATE / "locks"
    locks.mkdir(parents=True, exist_ok=True)
    with (locks / "test-template").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for pattern in _TEMPLATE_SOURCES:
        for path in sorted(_ROOT.glob(pattern)):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(_ROOT)}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]

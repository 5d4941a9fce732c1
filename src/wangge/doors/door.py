"""The one function that opens a transaction and sets its scope."""

from collections.abc import Callable, Iterable
from itertools import zip_longest
from typing import TypeVar
from uuid import UUID

from django.db import OperationalError, connection, transaction

from wangge.access.actor import Actor
from wangge.access.permissions import Permission
from wangge.access.sight import KindOfSight, Sight

T = TypeVar("T")

ATTEMPTS = 3
_RETRIABLE = frozenset({"40001", "40P01"})  # serialization failure, deadlock


def door(actor: Actor, unit: Callable[[], T], *, read_only: bool = False) -> T:
    """Run `unit` inside one transaction in the scope of `actor` and return what it returns.

    When PostgreSQL breaks a deadlock the whole unit runs again, three times at most, so it must have
    no effect outside the database: no mail, no HTTP, no file. An exception undoes everything. Inside
    a transaction that is already open (only in tests) the scope ends with the unit.
    """
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return _once(actor, unit, read_only=read_only)
        except OperationalError as error:
            if attempt == ATTEMPTS or connection.in_atomic_block or not _is_retriable(error):
                raise
    raise AssertionError("unreachable")


def _once(actor: Actor, unit: Callable[[], T], *, read_only: bool) -> T:
    nested = connection.in_atomic_block
    with transaction.atomic():
        _set(scope_of(actor), read_only=read_only)
        try:
            return unit()
        finally:
            if nested and not connection.needs_rollback:
                _set(scope_of(Actor.visitor()), read_only=False)


def scope_of(actor: Actor, kinds: Iterable[KindOfSight] = Sight) -> dict[str, str]:
    """The settings that row-level security reads. One that is missing or empty opens nothing."""
    scope = {
        f"wangge.{slot}": code
        for kind in kinds
        for slot, code in zip_longest(kind.slots, actor.sight(kind), fillvalue="")
    }
    scope["wangge.units"] = _array(str(unit) for unit in actor.units)
    scope["wangge.posts"] = _array({str(post.post_id) for post in actor.posts})
    scope["wangge.intake"] = _array(actor.areas(Permission.REPORTER_SEE))
    scope["wangge.person"] = str(actor.person_id or "")
    scope["wangge.receipt"] = actor.receipt or ""
    scope["wangge.powers"] = _array(
        {permission.value for post in actor.posts for permission in post.permissions}
    )
    scope["wangge.kind"] = actor.kind.value
    scope["wangge.held"] = ""
    return scope


def hold(key: UUID) -> None:
    """Keep one row in sight until the transaction ends.

    For an operation that has just locked it: a move may carry the row out of the mover's sight, and
    PostgreSQL would refuse the very row that is being handed over.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('wangge.held', %s, true)", [str(key)])


def _array(texts: Iterable[str]) -> str:
    """The text form of a PostgreSQL array of codes."""
    return "{" + ",".join(sorted(texts)) + "}"


def _set(scope: dict[str, str], *, read_only: bool) -> None:
    settings = dict(scope)
    if read_only:
        settings["transaction_read_only"] = "on"
    calls = ", ".join("set_config(%s, %s, true)" for _ in settings)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", [text for pair in settings.items() for text in pair])


def _is_retriable(error: OperationalError) -> bool:
    return getattr(error.__cause__, "sqlstate", None) in _RETRIABLE

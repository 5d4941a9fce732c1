"""What all operations share: a savepoint, keyword-only `by` and `at`, words for a conflict.

The operation itself has five beats, in this order: may – lock – check – write – record.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db import DatabaseError, IntegrityError, connection, transaction

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

P = ParamSpec("P")
T = TypeVar("T")


class OutsideDoor(RuntimeError):  # noqa: N818 - reads as what happened
    """An operation was called outside a door, so outside a transaction: a bug, never a refusal."""


def operation(change: Callable[P, T]) -> Callable[P, T]:
    """Make `change` an operation: a Refusal undoes all of it, and nothing outside it.

    A broken constraint becomes a Refusal with the words of that constraint
    (`constraint-<name>` in the catalogue), because the constraint is the rule and its name is stable.
    """

    @wraps(change)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        if not connection.in_atomic_block:
            raise OutsideDoor(change.__qualname__)
        try:
            with transaction.atomic():
                return change(*args, **kwargs)
        except IntegrityError as error:
            raise _refusal_of(error) from error

    run.is_operation = True  # type: ignore[attr-defined]
    return run


def _refusal_of(error: DatabaseError) -> Exception:
    diagnosis: Any = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None)
    return Refusal(Message(f"constraint.{name}")) if name else error

"""A database of one's own, for what can only be seen after a commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.conftest import build_template, connected_to
from wangge.access.actor import Actor


@pytest.fixture
def at() -> datetime:
    return datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def officer(at: datetime) -> Callable[[str], Actor]:
    """The member of staff of that key, in all posts held (see tests/factories/staff.csv)."""

    def named(key: str) -> Actor:
        from wangge.registers.accounts.models import Account
        from wangge.registers.organisations.queries.actors import actor_of

        return actor_of(Account.objects.get(username=key).pk, at)

    return named


@pytest.fixture(scope="module")
def _clone() -> Iterator[str]:
    name = database.clone(database.template_database(build_template))
    yield name
    database.drop(name)


@pytest.fixture
def own_database(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, _clone: str
) -> Iterator[None]:
    """The world again, in a database where a test may commit. Rows stay until the module ends.

    Connections of other threads end with their job, as the worker's do when they are too old.
    """
    with connected_to(_clone, django_db_blocker, CONN_MAX_AGE=0):
        yield

"""A provisioned database of these tests' own, without any table of the platform."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import database


@pytest.fixture
def bare_database() -> Iterator[str]:
    """The name of a fresh database with roles and extensions only."""
    name = database.clone(database.template_database(_leave_empty, family="bare"))
    yield name
    database.drop(name)


def _leave_empty(_url: str) -> None:
    """Provisioning alone makes this template."""

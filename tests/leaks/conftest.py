"""One scene a process: built once, asked thousands of times, never changed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests import database
from tests.conftest import build_template, connected_to
from tests.leaks.scene import Scene, build, taken_back


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/leaks --all`: every address with everybody and everything, which takes long."""
    parser.addoption("--all", action="store_true", help="the whole leak table, not a sample")


@pytest.fixture(scope="package")
def everything(pytestconfig: pytest.Config) -> bool:
    """Whether all is to be asked. A run of other tests as well does not know the option."""
    return bool(pytestconfig.getoption("--all", default=False))


@pytest.fixture(scope="package")
def played(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Scene]:
    """The scene in a database of its own."""
    name = database.clone(database.template_database(build_template))
    with connected_to(name, django_db_blocker):
        yield build()
    database.drop(name)


@pytest.fixture
def scene(played: Scene) -> Iterator[Scene]:
    """The scene; what a test does to it is taken back."""
    with taken_back():
        yield played

"""Every test runs on real PostgreSQL + PostGIS, as the web role, in a county that was built once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.architecture import loopback  # noqa: F401 - no test reaches beyond this machine
from tests.processor_time import ProcessorTime

ROOT = Path(__file__).resolve().parents[1]


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(ProcessorTime())


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """A fresh copy of the template for this process; see tests/database.py."""
    from django.conf import settings
    from django.db import connections

    from tests import database

    name = database.clone(database.template_database(build_template))
    place = settings.DATABASES["default"]
    place.update(connection_to(database.url(name), place))
    connections["default"].settings_dict.update(place)
    yield
    with django_db_blocker.unblock():
        connections.close_all()
    database.drop(name)


@contextmanager
def connected_to(name: str, blocker: DjangoDbBlocker, **options: object) -> Iterator[None]:
    """Work and commit on another database of the tests, in this process.

    `options` are settings of the connection, such as how long it is kept.
    """
    from django.db import connections

    from tests import database

    place = connections["default"].settings_dict
    before = dict(place)
    with blocker.unblock():
        connections.close_all()
        place.update(connection_to(database.url(name), place) | options)
        try:
            yield
        finally:
            connections.close_all()
            place.update(before)


def build_template(url: str) -> None:
    """Migrate as the owner, then build the world as the web role."""
    _run([sys.executable, "-m", "django", "migrate", "-v0"], url, "owner")
    _run([sys.executable, "-m", "tests.factories.world"], url, "web")


def _run(command: list[str], url: str, role: str) -> None:
    environment = os.environ | {
        "DATABASE_URL": url,
        "WANGGE_DATABASE_ROLE": role,
        "DJANGO_SETTINGS_MODULE": "wangge.config.settings",
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
    }
    subprocess.run(command, env=environment, cwd=ROOT, check=True)  # noqa: S603


def connection_to(url: str, place: dict[str, object]) -> dict[str, object]:
    """How the web role reaches a database of these tests, instead of `place`."""
    from wangge.config.settings.database import connection

    return connection(url, "web") | {"TEST": place["TEST"]}

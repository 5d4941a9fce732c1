"""The databases that tests get: built once, copied cheaply, swept when nobody owns them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator

import psycopg
import pytest

from tests import database

# Workers that run side by side must not discard each other's.
FAMILY = f"proof{os.getpid()}"


@pytest.fixture(autouse=True)
def no_template() -> Iterator[None]:
    database.discard_templates(FAMILY)
    yield
    database.discard_templates(FAMILY)


def with_a_table(url: str) -> None:
    with psycopg.connect(url, options="-c role=wangge_owner") as owner:
        owner.execute("CREATE TABLE thing ()")


def databases() -> set[str]:
    with psycopg.connect(database.admin_url()) as admin:
        return {name for (name,) in admin.execute("SELECT datname FROM pg_database")}


def things(name: str) -> int:
    with psycopg.connect(database.url(name), options="-c role=wangge_web") as web:
        row = web.execute("SELECT count(*) FROM thing").fetchone()
        assert row is not None
        return int(row[0])


def test_a_template_is_built_once() -> None:
    built: list[str] = []

    def build(url: str) -> None:
        with_a_table(url)
        built.append(url)

    assert database.template_database(build, family=FAMILY) == database.template_database(
        build, family=FAMILY
    )
    assert len(built) == 1


def test_a_failed_build_is_passed_on_and_tried_again() -> None:
    def fail(url: str) -> None:
        with_a_table(url)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        database.template_database(fail, family=FAMILY)
    name = database.clone(database.template_database(with_a_table, family=FAMILY))
    assert things(name) == 0
    database.drop(name)


def test_copies_know_nothing_of_each_other() -> None:
    template = database.template_database(with_a_table, family=FAMILY)
    one, two = database.clone(template), database.clone(template)
    with psycopg.connect(database.url(one), options="-c role=wangge_web") as web:
        web.execute("INSERT INTO thing DEFAULT VALUES")
    assert (things(one), things(two)) == (1, 0)
    database.drop(one)
    database.drop(two)
    assert {one, two} & databases() == set()


def test_what_a_process_left_behind_is_swept() -> None:
    template = database.template_database(with_a_table, family=FAMILY)
    with subprocess.Popen(["/bin/true"]) as process:
        process.wait()
    left = f"wangge_test_{process.pid}_1"
    with psycopg.connect(database.admin_url(), autocommit=True) as admin:
        admin.execute(f'CREATE DATABASE "{left}"')
    database.drop(database.clone(template))
    assert left not in databases()

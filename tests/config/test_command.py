"""The command line says in a sentence what is wrong, and never shows a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests import database

ROOT = Path(__file__).resolve().parents[2]


def wangge(*arguments: str, state: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "wangge.config.command", *arguments],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "wangge.config.settings",
            "WANGGE_STATE": str(state),
            "LC_ALL": "en_GB.UTF-8",
            **environment,
        },
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("mysql://localhost/wangge", "DATABASE_URL cannot be read"),
        ("postgresql:///wangge?host=/nowhere", "The database is not running"),
        ("postgresql://127.0.0.1:1/wangge", "The database is not running"),
    ],
)
def test_a_wrong_address_is_one_sentence(tmp_path: Path, address: str, sentence: str) -> None:
    done = wangge("migrate", "--check", "--skip-checks", state=tmp_path, DATABASE_URL=address)
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert done.stderr.count("\n") == 1


@pytest.mark.usefixtures("bare_database")
def test_an_unknown_database_is_one_sentence(tmp_path: Path) -> None:
    address = database.url("no_such_database")
    done = wangge("migrate", "--check", "--skip-checks", state=tmp_path, DATABASE_URL=address)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no such database.")


def test_the_doctor_goes_on_when_the_settings_cannot_be_read(tmp_path: Path) -> None:
    done = wangge("doctor", "--language", "en", state=tmp_path, DATABASE_URL="mysql://nothing")
    assert done.returncode == 1
    assert "Python 3." in done.stdout
    assert "A setting is wrong: DATABASE_URL cannot be read" in done.stdout
    assert done.stderr == ""


def test_the_doctor_names_what_a_new_database_lacks(tmp_path: Path, bare_database: str) -> None:
    address = database.url(bare_database)
    done = wangge("doctor", state=tmp_path, DATABASE_URL=address)
    assert done.returncode == 1
    assert f"\u2713 Database {bare_database} answers" in done.stdout
    assert "changes to the tables have not been applied. Run wangge migrate." in done.stdout
    assert done.stderr == ""


def test_the_administrators_script_is_printed(tmp_path: Path) -> None:
    done = wangge("database_setup", "--print", "--database", "county", state=tmp_path)
    assert done.returncode == 0
    assert "\\set database county\n" in done.stdout
    assert "CREATE EXTENSION IF NOT EXISTS postgis;" in done.stdout


def test_a_name_that_is_no_identifier_is_one_sentence(tmp_path: Path) -> None:
    done = wangge("database_setup", "--print", "--database", "a;b", state=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("database_setup: not a plain lower-case database identifier")

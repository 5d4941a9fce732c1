"""How the doctor judges, and that everything it says has words."""

from __future__ import annotations

import stat
from datetime import timedelta

import psycopg
import pytest

from tests import database
from wangge.config.database.programs import EXTENSIONS
from wangge.config.database.roles import ROLES
from wangge.config.database.trouble import explain
from wangge.config.doctor import database as database_doctor
from wangge.config.doctor import finding
from wangge.config.doctor.finding import Finding, Verdict
from wangge.config.language import WORDS

ALL_ROLES = {role.name for role in ROLES.values()}


@pytest.mark.parametrize(
    ("found", "verdict", "code"),
    [
        (finding.python((3, 11, 0)), Verdict.GOOD, "python.good"),
        (finding.python((3, 10, 9)), Verdict.BAD, "python.old"),
        (finding.disk(3 * 1024**3), Verdict.GOOD, "disk.good"),
        (finding.disk(1024**3), Verdict.BAD, "disk.low"),
        (finding.key_file("keys", None), Verdict.BAD, "key.missing"),
        (finding.key_file("keys", stat.S_IFREG | 0o640), Verdict.BAD, "key.open"),
        (finding.key_file("keys", stat.S_IFREG | 0o600), Verdict.GOOD, "key.good"),
        (finding.extensions({*EXTENSIONS, "plpgsql"}), Verdict.GOOD, "extensions.good"),
        (finding.extensions({"plpgsql"}), Verdict.BAD, "extensions.missing"),
        (finding.roles("wangge_login", ALL_ROLES), Verdict.GOOD, "roles.good"),
        (finding.roles("wangge_login", ALL_ROLES - {"wangge_web"}), Verdict.BAD, "roles.missing"),
        (finding.roles("wangge_web", {"wangge_web"}), Verdict.GOOD, "roles.good"),
        (finding.leakproof(True), Verdict.GOOD, "leakproof.good"),
        (finding.leakproof(False), Verdict.NOTE, "leakproof.missing"),
        (finding.migrations(0), Verdict.GOOD, "migrations.good"),
        (finding.migrations(1), Verdict.BAD, "migrations.pending"),
        (finding.worker(None), Verdict.BAD, "worker.missing"),
        (finding.worker(timedelta(seconds=20)), Verdict.GOOD, "worker.good"),
        (finding.worker(timedelta(minutes=5)), Verdict.BAD, "worker.silent"),
    ],
)
def test_judgements(found: Finding, verdict: Verdict, code: str) -> None:
    assert (found.verdict, found.message.code) == (verdict, f"doctor.{code}")
    for language in WORDS.languages:
        assert "{" not in WORDS.say(found.message, language)


# What libpq and the server say when a connection fails.
FAILURES = {
    'FATAL:  password authentication failed for user "wangge_web"': "bad_password",
    "fe_sendauth: no password supplied": "bad_password",
    'FATAL:  no pg_hba.conf entry for host "10.0.0.7"': "not_admitted",
    'FATAL:  Peer authentication failed for user "x"': "not_admitted",
    'FATAL:  database "wange" does not exist': "no_database",
    'FATAL:  role "wangge_login" does not exist': "no_account",
    'FATAL:  permission denied to set role "wangge_owner"': "role_refused",
    'FATAL:  invalid value for parameter "role": "wangge_web"': "role_refused",
    'could not translate host name "db" to address: Name or service not known': "unknown_host",
    "failed to resolve host 'db': [Errno -2] Name or service not known": "unknown_host",
    "connection to server at 127.0.0.1, port 1 failed: Connection refused": "not_running",
    "connection to server on socket failed: No such file or directory": "not_running",
    "connection timeout expired": "no_answer",
    "FATAL:  sorry, too many clients already": "too_many",
    "FATAL:  the database system is starting up": "starting",
    "canceling statement due to lock timeout": "other",
}


@pytest.mark.parametrize(("said", "kind"), FAILURES.items(), ids=FAILURES.values())
def test_why_a_connection_failed(said: str, kind: str) -> None:
    message = explain(f"connection failed:\n\t{said}")
    assert message.code == f"doctor.database.{kind}"
    for language in WORDS.languages:
        assert said in WORDS.say(message, language).replace("  ", " ") or "  " in said


def test_a_provisioned_database_lacks_only_a_worker(bare_database: str) -> None:
    parameters = psycopg.conninfo.conninfo_to_dict(database.url(bare_database))
    found = {one.message.code: one.verdict for one in database_doctor.findings(parameters)}
    assert found == {
        "doctor.database.good": Verdict.GOOD,
        "doctor.extensions.good": Verdict.GOOD,
        "doctor.roles.good": Verdict.GOOD,
        "doctor.leakproof.good": Verdict.GOOD,
        "doctor.worker.missing": Verdict.BAD,
    }


@pytest.mark.usefixtures("bare_database")
def test_a_database_that_is_not_there_is_one_finding() -> None:
    parameters = psycopg.conninfo.conninfo_to_dict(database.url("no_such_database"))
    (found,) = database_doctor.findings(parameters)
    assert found.message.code == "doctor.database.no_database"

"""The script a database administrator runs, and what the three roles may do afterwards."""

from __future__ import annotations

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import database
from wangge.config.database import programs, provision
from wangge.config.database.roles import ROLES, connection_options

BESIDE = "wangge_test_provisioned"


def connected(name: str, role: str | None = None) -> psycopg.Connection:
    options = connection_options(role) if role else ""
    return psycopg.connect(database.url(name), options=options, autocommit=True)


def test_running_it_twice_is_running_it_once() -> None:
    plan = provision.Plan(database=BESIDE)
    psql = programs.installed()[0].program("psql")
    try:
        for _ in range(2):
            provision.apply(plan, psql=psql, admin_url=database.admin_url())
    finally:
        database.drop(BESIDE)


@pytest.mark.usefixtures("bare_database")
def test_what_postgresql_refuses_is_passed_on() -> None:
    psql = programs.installed()[0].program("psql")
    with pytest.raises(provision.ProvisionError, match="does not exist"):
        provision.apply(provision.Plan(), psql=psql, admin_url=database.url("no_such_database"))


@pytest.mark.parametrize("role", ROLES)
def test_a_connection_takes_its_role_and_the_limits_of_it(bare_database: str, role: str) -> None:
    with connected(bare_database, role) as connection:
        assert connection.execute("SELECT current_user").fetchone() == (ROLES[role].name,)
        for name, value in ROLES[role].limits.settings().items():
            assert connection.execute(f"SHOW {name}").fetchone() == (value,)


def test_only_the_owner_makes_tables_and_the_others_use_them(bare_database: str) -> None:
    with connected(bare_database, "owner") as owner:
        owner.execute("CREATE TABLE thing (id bigserial PRIMARY KEY, words text)")
    for role in ("web", "worker"):
        with connected(bare_database, role) as user:
            user.execute("INSERT INTO thing (words) VALUES ('a')")
            user.execute("UPDATE thing SET words = 'b'")
            assert user.execute("SELECT words FROM thing").fetchall() == [("b",)]
            user.execute("DELETE FROM thing")
            for refused in ("CREATE TABLE other ()", "TRUNCATE thing", "DROP TABLE thing"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    user.execute(refused)


def test_a_connection_without_a_role_sees_nothing(bare_database: str) -> None:
    with connected(bare_database, "owner") as owner:
        owner.execute("CREATE TABLE thing ()")
    with (
        connected(bare_database) as roleless,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        roleless.execute("SELECT FROM thing")


def test_no_role_gets_round_row_level_security(bare_database: str) -> None:
    with connected(bare_database, "web") as connection:
        strong = connection.execute(
            "SELECT rolname FROM pg_roles WHERE rolname LIKE 'wangge%'"
            " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"
        ).fetchall()
    assert strong == []


def test_the_database_is_what_the_platform_expects(bare_database: str) -> None:
    with connected(bare_database, "web") as connection:
        present = connection.execute("SELECT extname FROM pg_extension").fetchall()
        assert {name for (name,) in present} >= set(programs.EXTENSIONS)
        assert connection.execute("SHOW timezone").fetchone() == ("Asia/Shanghai",)
        leakproof = connection.execute(
            "SELECT proleakproof FROM pg_proc"
            " WHERE proname IN ('geometry_overlaps', 'arrayoverlap')"
        )
        assert leakproof.fetchall() == [(True,), (True,)]
        # Search inside words finds Chinese only if the database knows what a letter is.
        found = connection.execute("SELECT show_trgm(%s)", ["\u8def\u706f\u574f\u4e86"]).fetchone()
        assert found is not None
        assert len(found[0]) > 2


def test_separate_logins_make_no_account_that_may_do_everything() -> None:
    script = provision.render(provision.Plan(login=None))
    assert "\\set shared_login off" in script
    assert "\\set login \n" in script


@given(st.text())
def test_no_name_can_leave_its_place_in_the_script(name: str) -> None:
    try:
        plan = provision.Plan(database=name, login=name)
    except ValueError:
        return
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789_")
    assert (
        f"\\set database {name}\n\\set shared_login on\n\\set login {name}\n"
        in provision.render(plan)
    )


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        connection_options("postgres")

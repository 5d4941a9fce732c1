"""The platform connects as a role that is bound, with the limits of that role."""

from __future__ import annotations

import pytest
from django.db import connection

from wangge.config.database.roles import ROLES

WEB = ROLES["web"]


def one(sql: str) -> tuple[object, ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return tuple(cursor.fetchone())


@pytest.mark.django_db
def test_tests_run_as_a_role_that_is_bound() -> None:
    bound = one("SELECT rolname, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert bound == (WEB.name, False, False)


@pytest.mark.django_db
def test_the_role_makes_no_tables() -> None:
    assert one("SELECT has_schema_privilege('public', 'CREATE')") == (False,)


@pytest.mark.django_db
@pytest.mark.parametrize(("limit", "wanted"), WEB.limits.settings().items())
def test_no_statement_lock_or_idle_transaction_lasts_for_ever(limit: str, wanted: str) -> None:
    """`ALTER ROLE … SET` counts at sign-in only; a role taken by an option must bring them along."""
    assert one(f"SELECT current_setting('{limit}')") == (wanted,)

"""While a letter is on its way no transaction is open."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection

from tests import database
from tests.doors.conftest import _clone, own_database  # noqa: F401 - fixtures
from tests.registers.notices.conftest import NOON, Gateway, of, to_phone
from tests.registers.notices.test_sending import send


def test_no_transaction_waits_for_the_gateway(
    own_database: None,  # noqa: F811
    gateway: Gateway,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_meanwhile: list[int] = []

    class Looking(list[object]):
        """The gateway's memory looks at the database at the moment of the request."""

        def append(self, request: object) -> None:
            open_meanwhile.append(transactions())
            super().append(request)

    gateway.seen = Looking()  # type: ignore[assignment]
    key = to_phone()
    send(NOON)
    assert open_meanwhile == [0]
    assert of(key).state == "sent"


def transactions() -> int:
    """How many transactions are open in the database of the test, seen from outside."""
    name = connection.settings_dict["NAME"]
    with psycopg.connect(database.url(name)) as outside:
        found = outside.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = %s"
            " AND xact_start IS NOT NULL AND pid <> pg_backend_pid()"
            " AND backend_type = 'client backend'",
            [name],
        ).fetchone()
    return int(found[0]) if found else -1

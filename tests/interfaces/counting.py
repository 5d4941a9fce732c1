"""How many SQL statements a page takes: kept with the tests, so that a change is seen and meant.

The figures stand in query_counts.json. Statements that only hold a transaction together (BEGIN,
SAVEPOINT …) are not counted; the one that sets the scope of the second wall is.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection
from django.test.utils import CaptureQueriesContext

_KEPT = Path(__file__).with_name("query_counts.json")
_OF_TRANSACTIONS = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")


def assert_queries(name: str, count: int) -> None:
    """The page `name` took as many statements as are kept for it, no more and no fewer."""
    kept = json.loads(_KEPT.read_text(encoding="utf-8")).get(name)
    assert count == kept, f"{name} took {count} statements, {_KEPT.name} has {kept}"


@contextmanager
def queries_of(name: str) -> Iterator[None]:
    """Hold what happens inside to the figure kept for `name`."""
    with CaptureQueriesContext(connection) as seen:
        yield
    statements = [query["sql"] for query in seen.captured_queries]
    counted = [sql for sql in statements if not sql.startswith(_OF_TRANSACTIONS)]
    assert_queries(name, len(counted))

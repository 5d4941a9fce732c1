"""A GeoPackage is a database: one that computes instead of holding data is not opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from wangge.insight.geodata.rules.layers import UnreadableGeodata
from wangge.lib.message import Message

_INDEX: Final = "rtree_"
"""The index of places that every writer makes, the one virtual table of the standard."""

_COMPUTED: Final = (2, 3)  # what SQLite says of a generated column


def check_tables(path: Path) -> None:
    """UnreadableGeodata where something in it is a query, which could run for ever or call functions.

    Triggers may stay: nothing is written.
    """
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as base:
            base.execute("PRAGMA trusted_schema = OFF")
            tables = base.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'")
            kinds = dict(tables.fetchall())
            hidden = (
                column[6] in _COMPUTED
                for name, kind in kinds.items()
                if kind == "table"
                for column in base.execute("SELECT * FROM pragma_table_xinfo(?)", [name])
            )
            computes = any(hidden)
    except sqlite3.Error as error:
        raise UnreadableGeodata(Message("geodata.file.damaged")) from error
    if "gpkg_contents" not in kinds:
        raise UnreadableGeodata(Message("geodata.file.damaged"))
    if computes or any(
        kind == "view" or (kind == "virtual" and not name.startswith(_INDEX))
        for name, kind in kinds.items()
    ):
        raise UnreadableGeodata(Message("geodata.file.computes"))

"""Rows by COPY: the fastest way in that still goes past every constraint and index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models
from psycopg import Connection, sql


def copy(
    into: Connection[Any], model: type[models.Model], rows: Iterable[Mapping[str, Any]]
) -> None:
    """Insert rows, given as values by attribute name; what is not said has the model's default.

    `into` belongs to a superuser: PostgreSQL takes COPY into tables behind row-level security from
    nobody else.
    """
    fields = model._meta.concrete_fields
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(sql.Identifier(field.column) for field in fields),
    )
    columns = [(field.attname, field.get_default()) for field in fields]
    as_json = [isinstance(field, models.JSONField) for field in fields]
    with into.cursor().copy(statement) as stream:
        for row in rows:
            values = [row.get(name, default) for name, default in columns]
            stream.write_row(
                [
                    json.dumps(value, ensure_ascii=False) if plain and value is not None else value
                    for value, plain in zip(values, as_json, strict=True)
                ]
            )

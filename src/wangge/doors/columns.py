"""Columns that every app writes the same way."""

from __future__ import annotations

from typing import Any

from django.db import models


def key() -> models.UUIDField[Any, Any]:
    """A UUIDv7 made in Python: under row-level security an INSERT cannot return what it made."""
    return models.UUIDField(primary_key=True, editable=False)


def area_code(**options: Any) -> models.CharField[Any, Any]:
    """An area code in the C collation, where "lies inside" is a range (see row_security)."""
    return models.CharField(max_length=15, db_collation="C", **options)


def short_code(**options: Any) -> models.CharField[Any, Any]:
    """A stable code from the rules (a state, a move, a kind); people read words for it instead."""
    return models.CharField(max_length=40, db_collation="C", **options)

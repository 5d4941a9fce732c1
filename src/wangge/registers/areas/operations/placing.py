"""Placements: dated rows that say where a thing belonged; each thing has one open row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.db import models

from wangge.lib.message import Message
from wangge.lib.refusal import Refusal

K = TypeVar("K", bound=Hashable)
_AT_ONCE = 2000  # rows a statement


@dataclass(frozen=True)
class Placements(Generic[K]):
    """A table of placements: its columns for the thing and for the place, and how a row is made.

    `make` is given the key of the thing, the code of the place and the first day.
    """

    model: type[models.Model]
    thing: str
    place: str
    make: Callable[[K, str, date], models.Model]

    def move(self, wanted: Mapping[K, str], from_day: date) -> dict[K, str]:
        """Move things to other places from a day on; returns those that were elsewhere before.

        The former row ends that day and stays. A row that began on that day is overwritten, because
        it would have no day of its own. 409 where a thing was placed later than that day.
        """
        rows = self._rows.filter(**{f"{self.thing}__in": list(wanted), "valid_to": None})
        running: dict[K, Any] = {getattr(row, self.thing): row for row in rows}
        moved = {
            key: code
            for key, code in wanted.items()
            if key not in running or getattr(running[key], self.place) != code
        }
        former = [running[key] for key in moved if key in running]
        if any(row.valid_from > from_day for row in former):
            raise Refusal(Message("area.placed_later"))
        kept = {getattr(row, self.thing): row for row in former if row.valid_from == from_day}
        self._write_over(kept, moved)
        ended = [row.pk for row in former if row.valid_from < from_day]
        self._rows.filter(pk__in=ended).update(valid_to=from_day)
        fresh = (self.make(key, code, from_day) for key, code in moved.items() if key not in kept)
        self._rows.bulk_create(fresh, batch_size=_AT_ONCE)
        return moved

    @property
    def _rows(self) -> models.QuerySet[Any]:
        return self.model._default_manager.all()

    def _write_over(self, rows: Mapping[K, Any], moved: Mapping[K, str]) -> None:
        for key, row in rows.items():
            setattr(row, self.place, moved[key])
        self._rows.bulk_update(list(rows.values()), [self.place], batch_size=_AT_ONCE)

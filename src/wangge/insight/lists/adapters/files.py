"""A list as a file in one of its forms, in the language of the person who asked for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings

from wangge.insight.lists.adapters.sheets import Cell, write_sheet
from wangge.insight.lists.adapters.vector_files import Feature, geojson, geopackage
from wangge.insight.lists.rules.forms import Form
from wangge.insight.lists.rules.kinds import ListColumn, ListKind, ListRow, Outgoing, Value
from wangge.lib.message import Message


def write_list(
    kind: ListKind,
    outgoing: Outgoing,
    rows: Sequence[ListRow],
    form: Form,
    language: str,
    mark: Message | None = None,
) -> bytes:
    """The list in a form, with a mark that says whose file it is; coordinates are CGCS2000."""
    said = [[cell_of(value, language) for value in row.values] for row in rows]
    words = say(mark, language) if mark else ""
    if form is Form.EXCEL:
        about = say(Message("lists.about"), language) if mark else ""
        head = header(outgoing.columns, language)
        return write_sheet(say(kind.words, language), head, said, mark=words, mark_title=about)
    names = [column.name for column in outgoing.columns]
    features = [Feature(values, row.outline) for values, row in zip(said, rows, strict=True)]
    if form is Form.GEOJSON:
        return geojson(names, features, mark=words)
    return geopackage(kind.code, names, features, mark=words)


def header(columns: Sequence[ListColumn], language: str) -> list[str]:
    """The words of the columns."""
    return [say(column.words, language) for column in columns]


def cell_of(value: Value, language: str) -> Cell:
    """A value as it stands in the file: words are said, instants told in the county's hours."""
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def moment(at: datetime) -> str:
    """An instant to the minute, as it sorts: 2026-03-02 10:00."""
    return f"{at.astimezone(settings.COUNTY_ZONE):%Y-%m-%d %H:%M}"


def say(message: Message, language: str) -> str:
    """The words of a message."""
    said: str = settings.WORDS.say(message, language)
    return said

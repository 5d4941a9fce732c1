"""Excel sheets: written row by row with plain text only, read as text."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from wangge.insight.lists.adapters import workbook
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

Cell = str | int | float | None
_LONGEST_FOOTER = 255  # characters, Excel's own limit


class UnreadableSheet(Invalid):
    """The content is no Excel workbook with a sheet, or has too many rows."""


def write_sheet(
    title: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    *,
    note: str = "",
    mark: str = "",
    mark_title: str = "",
) -> bytes:
    """A workbook with one sheet; text is written as text, so that no cell becomes a formula.

    `note` is hung on the first cell of the header. `mark` says whose file it is: on every printed
    page, in the properties of the file, and on a second sheet, so that the rows stay as they are.
    """
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(title[:31])
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    widths = [len(words) for words in header]
    for column, words in enumerate(header):
        sheet.write_string(0, column, words, bold)
    if note:
        sheet.write_comment(0, 0, note, {"width": 420, "height": 160})
    for number, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells):
            _write(sheet, number, column, cell)
            widths[column] = max(widths[column], len(str(cell or "")))
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(2 * width + 2, 40))
    sheet.freeze_panes(1, 0)
    if mark:
        _mark(book, sheet, mark, mark_title)
    book.close()
    return written.getvalue()


def _mark(book: Any, sheet: Any, mark: str, title: str) -> None:
    sheet.set_footer(f"&L{mark.replace('&', '&&')}"[:_LONGEST_FOOTER])
    book.set_properties({"comments": mark})
    about = book.add_worksheet(title[:31])
    about.set_column(0, 0, 100)
    about.write_string(0, 0, mark, book.add_format({"text_wrap": True}))


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    else:
        sheet.write_number(row, column, cell)


def read_sheet(content: bytes, *, most_rows: int) -> list[list[str]]:
    """The rows of the first sheet as text, the header first; whole numbers without a fraction.

    UnreadableSheet for anything else than a workbook, and where there are more rows than that.
    It is opened in a process of its own, which a forged one may bring down.
    """
    done = subprocess.run(  # noqa: S603 - our own program, no shell
        [sys.executable, "-I", workbook.__file__, str(most_rows)],
        input=content,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        check=False,
    )
    if done.returncode == workbook.TOO_MANY:
        raise UnreadableSheet(Message("lists.too_many_rows", most=most_rows))
    if done.returncode != 0:
        raise UnreadableSheet(Message("lists.unreadable"))
    rows: list[list[str]] = json.loads(done.stdout)
    return rows

"""Excel sheets: written row by row with plain text only, read as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from python_calamine import CalamineError, CalamineWorkbook

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

Cell = str | int | float | None


class UnreadableSheet(Invalid):
    """The content is no Excel workbook with a sheet, or has too many rows."""


def write_sheet(
    title: str, header: Sequence[str], rows: Iterable[Sequence[Cell]], *, note: str = ""
) -> bytes:
    """A workbook with one sheet; text is written as text, so that no cell becomes a formula.

    `note` is hung on the first cell of the header.
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
    book.close()
    return written.getvalue()


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
    """
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError) as error:
        raise UnreadableSheet(Message("lists.unreadable")) from error
    if len(rows) - 1 > most_rows:
        raise UnreadableSheet(Message("lists.too_many_rows", most=most_rows))
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()

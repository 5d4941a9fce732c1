"""A program of its own that opens one workbook and prints its first sheet as JSON.

A forged workbook of a few hundred bytes can ask for more memory than there is, and the library that
reads it then ends its process. That process is this one, with bounds set on it, and not the server.
It imports nothing of ours, so that it starts quickly.
"""

from __future__ import annotations

import json
import resource
import sys
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

UNREADABLE, TOO_MANY = 2, 3
"""How it ends where there is nothing to print."""

_MOST_MEMORY = 2 * 2**30  # bytes of address space
_MOST_SECONDS = 120  # of work
_MOST_CELLS = 20_000_000  # what the server would have to take over


def main(content: bytes, most_rows: int) -> int:
    """Write the rows to standard output; returns how the process is to end."""
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, MemoryError):
        return UNREADABLE
    if len(rows) - 1 > most_rows:
        return TOO_MANY
    if sum(map(len, rows)) > _MOST_CELLS:
        return UNREADABLE
    sys.stdout.write(json.dumps([[_text(cell) for cell in row] for row in rows]))
    return 0


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer.read(), int(sys.argv[1])))

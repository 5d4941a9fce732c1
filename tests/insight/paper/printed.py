"""Reading what was printed: words and pages of a PDF, type sizes of the layout before it."""

from __future__ import annotations

import re
import subprocess
from typing import TypeAlias

from weasyprint.formatting_structure.boxes import TextBox

from wangge.insight.paper.adapters import pdf

Run: TypeAlias = tuple[str, float, TextBox]
"""Words set in one go, their size in points, and the box they fill (CSS pixels)."""

_POINT = 96 / 72


def words_of(content: bytes) -> str:
    """The text of a PDF without spaces and line breaks."""
    return re.sub(r"\s", "", _said_by("pdftotext", "-raw", "-", "-", of=content))


def pages_of(content: bytes) -> list[tuple[int, int]]:
    """Width and height of each page in millimetres."""
    said = _said_by("pdfinfo", "-l", "-1", "-", of=content)
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+) pts", said)
    return [(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in sizes]


def _said_by(*command: str, of: bytes) -> str:
    done = subprocess.run(command, input=of, capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode()


def texts_of(markup: str, *styles: str) -> list[Run]:
    """Every run of text of a document as it is laid out."""
    document = pdf.laid_out(markup, *styles)
    return [
        (box.text.strip(), box.style["font_size"] / _POINT, box)
        for page in document.pages
        for box in page._page_box.descendants(placeholders=True)
        if getattr(box, "text", "") and box.text.strip()
    ]

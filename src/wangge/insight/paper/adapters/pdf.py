"""From markup to PDF: fonts embedded, tagged, archivable (PDF/A-3u), and the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final
from warnings import catch_warnings, simplefilter

import pydyf  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from weasyprint import Document  # type: ignore[import-untyped]

_STYLES: Final = Path(__file__).parents[1] / "styles"
_MEASURE: Final = re.compile(r"(?<![\w.#])(\d+(?:\.\d+)?)(mm|pt)\b")
_ONE_AT_A_TIME: Final = Lock()
"""Pango and fontconfig keep state of the process: two layouts side by side would share it."""


def made(markup: str, *styles: str, scale: float = 1.0, copies: Sequence[int] = ()) -> bytes:
    """The PDF of a document of ours; `styles` name its style sheets, written for `scale` 1.

    `copies` says how many times each page comes (by default once). Nothing is fetched: a document
    that names any address but data of its own is a bug.
    """
    with _ONE_AT_A_TIME, catch_warnings():
        simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        content: bytes = _laid_out(markup, styles, scale).write_pdf(
            finisher=lambda _, pdf: _repeat(pdf, copies),
            pdf_identifier=b"wangge",
            pdf_variant="pdf/a-3u",
            pdf_tags=True,
        )
    return content


def laid_out(markup: str, *styles: str, scale: float = 1.0) -> Document:
    """The document as it will be printed: its pages with every box on them."""
    with _ONE_AT_A_TIME:
        return _laid_out(markup, styles, scale)


def _laid_out(markup: str, styles: Sequence[str], scale: float) -> Document:
    from weasyprint import CSS, HTML  # noqa: PLC0415 - 0.4 s that only printing should take
    from weasyprint.text.fonts import (  # type: ignore[import-untyped]  # noqa: PLC0415
        FontConfiguration,
    )
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]  # noqa: PLC0415

    own = URLFetcher(allowed_protocols=["data"])
    sheets = [CSS(string=_scaled(_style(name), scale), url_fetcher=own) for name in styles]
    return HTML(string=markup, url_fetcher=own).render(
        stylesheets=sheets, font_config=FontConfiguration()
    )


def _repeat(pdf: pydyf.PDF, copies: Sequence[int]) -> None:
    """Let pages come again after themselves; copies share the drawing, so they cost nothing."""
    kids = pdf.pages["Kids"]
    numbers = kids[::3]
    if not copies:
        return
    kids.clear()
    for number, times in zip(numbers, copies, strict=True):
        kids.extend([number, 0, "R"])
        for _ in range(times - 1):
            page = pydyf.Dictionary(dict(pdf.objects[number]))
            pdf.add_object(page)
            kids.extend([page.number, 0, "R"])
    pdf.pages["Count"] = len(kids) // 3


def _scaled(style: str, scale: float) -> str:
    """Every millimetre and point of a style sheet, multiplied: A4 is A3 at 0.7071."""
    return _MEASURE.sub(lambda each: f"{float(each[1]) * scale:.3f}{each[2]}", style)


@cache
def _style(name: str) -> str:
    return (_STYLES / name).read_text(encoding="utf-8")

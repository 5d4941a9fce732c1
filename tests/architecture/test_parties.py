"""No face reads what shows the parties of a case but through `cases.queries.contents`, which may hide it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Module, modules, shown, with_suffix

FACES = "src/wangge/interfaces"
SHOWS_PARTIES = frozenset(
    {"words", "place_words", "area_code", "grid_code", "group_number", "point", "facts"}
)
ROWS_OF_A_CASE = frozenset({"CaseFile", "CaseReporter", "CaseStep", "CaseTask", "Supervision"})
IN_TEMPLATES = re.compile(rf"\bcase\.(?:{'|'.join(sorted(SHOWS_PARTIES))})\b")


def _columns(module: Module) -> Iterator[ast.AST]:
    """`case.words`, `task.case.point` and their like."""
    for node in module.nodes(ast.Attribute):
        of = node.value
        is_case = getattr(of, "id", getattr(of, "attr", "")) == "case"
        if is_case and node.attr in SHOWS_PARTIES:
            yield node


def _rows(module: Module) -> Iterator[ast.AST]:
    """`CaseStep.objects` and its like, and rows reached through the case."""
    for node in module.nodes(ast.Attribute):
        if node.attr == "objects" and getattr(node.value, "id", "") in ROWS_OF_A_CASE:
            yield node


def test_pages_and_the_api_read_a_case_through_its_contents() -> None:
    found = [m.at(node) for m in modules(FACES) for node in (*_columns(m), *_rows(m))]
    assert found == []


def test_templates_are_handed_what_may_be_shown() -> None:
    found = [
        shown(path)
        for path in with_suffix(".html", below=FACES)
        if IN_TEMPLATES.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []

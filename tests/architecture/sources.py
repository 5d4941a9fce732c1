"""The checkout as the house tests read it: its files, and its Python as syntax."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

Node = TypeVar("Node", bound=ast.AST)
ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
# What is made by tools and not kept (see .gitignore).
_NOT_OURS = frozenset({"node_modules", "dist", "build", "__pycache__"})
_OF_GIT = ".git"  # a file in a second work tree


@dataclass(frozen=True, slots=True)
class Module:
    """A Python file: its path from the root of the checkout, its dotted name, its syntax."""

    path: str
    name: str
    tree: ast.Module

    @property
    def words(self) -> list[str]:
        return self.name.split(".")

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        return (node for node in ast.walk(self.tree) if isinstance(node, kind))

    def at(self, node: ast.AST) -> str:
        """Where to look: path and line."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"

    def imported(self) -> Iterator[tuple[str, ast.AST]]:
        """Full dotted names of what the module imports, wherever in it."""
        for plain in self.nodes(ast.Import):
            yield from ((alias.name, plain) for alias in plain.names)
        for node in self.nodes(ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node) for alias in node.names)


@cache
def files() -> tuple[Path, ...]:
    """Every file of the checkout that is written by hand or kept under version control."""
    return tuple(sorted(_walk(ROOT)))


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not _is_made(name)]
        kept = (name for name in names if not name.endswith(".pyc") and name != _OF_GIT)
        yield from (Path(place) / name for name in kept)


def _is_made(folder: str) -> bool:
    hidden = folder.startswith(".") and folder != ".ci"
    return hidden or folder in _NOT_OURS or folder.endswith(".egg-info")


def with_suffix(*suffixes: str, below: str = "") -> list[Path]:
    """Files of some kinds below a folder of the checkout."""
    top = ROOT / below
    return [path for path in files() if path.suffix in suffixes and path.is_relative_to(top)]


def shown(path: Path) -> str:
    """The path as a person would type it."""
    return path.relative_to(ROOT).as_posix()


@cache
def modules(below: str = "src") -> tuple[Module, ...]:
    """Every Python file below a folder, without migrations: those are history."""
    paths = with_suffix(".py", below=below)
    return tuple(_module(path) for path in paths if "migrations" not in path.parts)


def _module(path: Path) -> Module:
    source = path.relative_to(SRC if path.is_relative_to(SRC) else ROOT).with_suffix("")
    parts = [part for part in source.parts if part != "__init__"]
    return Module(shown(path), ".".join(parts), ast.parse(path.read_text(encoding="utf-8")))


def places(found: Callable[[Module], Iterator[ast.AST]], below: str = "src") -> list[str]:
    """Where in the Python below a folder something was found, for an assertion that says it."""
    return [module.at(node) for module in modules(below) for node in found(module)]


def tables(document: str) -> list[dict[str, str]]:
    """The rows of every Markdown table of a file in docs/, as {heading: cell}."""
    rows: list[dict[str, str]] = []
    heads: list[str] = []
    for line in (ROOT / "docs" / document).read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            heads = []
        elif not heads:
            heads = _cells(line)
        elif set(line) - set("|-: "):
            rows.append(dict(zip(heads, _cells(line), strict=True)))
    return rows


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def listed(document: str, heading: str) -> list[str]:
    """The codes (in backticks) of one column of a document's tables, in order."""
    return [row[heading].strip("`") for row in tables(document) if heading in row]

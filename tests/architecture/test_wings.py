"""The console's wings: each with addresses and templates of its own. Imports are in pyproject.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from django.urls import URLResolver

from tests.architecture.sources import ROOT, SRC, shown, with_suffix

CONSOLE = SRC / "wangge" / "interfaces" / "console"
FLOOR = "floor"
TEMPLATES = (".html", ".svg")
_NAMED = re.compile(r"[\"'](console/([a-z_]+)/[a-z_/]+\.(?:html|svg))[\"']")


def wings() -> list[str]:
    """Every package of the console but the floor below them."""
    found = (folder.parent.name for folder in CONSOLE.glob("*/__init__.py"))
    return sorted(name for name in found if name != FLOOR)


def _rooms() -> list[str]:
    return [*wings(), FLOOR]


def _named_in(room: str) -> Iterator[tuple[Path, str, str]]:
    """Where a room names a template, which, and in which room that lies."""
    for path in with_suffix(".py", *TEMPLATES, below=shown(CONSOLE / room)):
        for name, of in _NAMED.findall(path.read_text(encoding="utf-8")):
            yield path, name, of


def test_every_wing_brings_its_addresses_and_the_console_only_includes_them() -> None:
    urls = import_module("wangge.interfaces.console.urls").urlpatterns
    assert all(isinstance(each, URLResolver) for each in urls)
    included = [each.urlconf_module.__name__ for each in urls]
    assert sorted(included) == [f"wangge.interfaces.console.{wing}.urls" for wing in wings()]


def test_the_console_itself_holds_nothing_but_wings_and_their_floor() -> None:
    files = {path.name for path in with_suffix(".py", *TEMPLATES) if path.parent == CONSOLE}
    assert files == {"__init__.py", "apps.py", "urls.py"}
    assert [p for p in with_suffix(*TEMPLATES, below=shown(CONSOLE)) if not _is_home(p)] == []


def _is_home(template: Path) -> bool:
    """Whether a template lies in the folder that bears the name of its room."""
    room, *rest = template.relative_to(CONSOLE).parts
    return rest[:-1] == ["templates", "console", room]


def test_a_wing_draws_with_its_own_templates_and_those_of_the_floor() -> None:
    strays = [
        f"{shown(path)} names {name}"
        for room in _rooms()
        for path, name, of in _named_in(room)
        if of not in {room, FLOOR}
    ]
    assert strays == []


def test_every_template_named_exists_and_every_template_is_named() -> None:
    named = {name for room in _rooms() for _, name, _ in _named_in(room)}
    present = {
        path.relative_to(CONSOLE / room / "templates").as_posix()
        for room in _rooms()
        for path in with_suffix(*TEMPLATES, below=shown(CONSOLE / room))
    }
    assert named == present


def test_tests_of_the_console_are_kept_by_wing() -> None:
    tests = ROOT / "tests" / "interfaces" / "console"
    assert {folder.parent.name for folder in tests.glob("*/__init__.py")} <= set(wings())

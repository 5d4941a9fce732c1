"""What a new app may forget: installation, tests, its lists, its entry in the rail.

ARCHITECTURE.md, "Add an app", has the whole list; other house tests hold the other places.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string

from tests.architecture.sources import ROOT, SRC, modules, shown
from tests.architecture.test_floors import domain_apps
from tests.architecture.test_wings import wings
from wangge.config.language import WORDS
from wangge.interfaces.console.floor.shell import _RAIL


def _name(folder: Path) -> str:
    return ".".join(folder.relative_to(SRC).parts)


def _installed() -> set[str]:
    return {config.name for config in apps.get_app_configs()}


@pytest.mark.parametrize("folder", domain_apps(), ids=shown)
def test_an_app_that_stores_something_is_installed(folder: Path) -> None:
    stores = (folder / "migrations").exists() or (folder / "apps.py").exists()
    assert not stores or _name(folder) in _installed()


@pytest.mark.parametrize("folder", domain_apps(), ids=shown)
def test_an_app_is_labelled_by_its_own_name(folder: Path) -> None:
    labels = {config.name: config.label for config in apps.get_app_configs()}
    assert labels.get(_name(folder), folder.name) == folder.name


@pytest.mark.parametrize("folder", domain_apps(), ids=shown)
def test_an_app_has_tests_of_its_own(folder: Path) -> None:
    tests = ROOT / "tests" / folder.parent.name / folder.name
    assert list(tests.rglob("test_*.py")), f"put a test below {shown(tests)}"


def test_every_list_that_is_declared_is_named_in_the_settings() -> None:
    assert sorted(_declared()) == sorted(settings.LIST_KINDS)


def _declared() -> Iterator[str]:
    """Module-level names that hold a `ListKind`."""
    for module in modules():
        for node in module.tree.body:
            value = getattr(node, "value", None)
            if isinstance(value, ast.Call) and getattr(value.func, "id", "") == "ListKind":
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                yield from (f"{module.name}.{ast.unparse(target)}" for target in targets)


def test_every_wing_has_tests_of_its_own() -> None:
    tests = ROOT / "tests" / "interfaces" / "console"
    assert [wing for wing in wings() if not list((tests / wing).rglob("test_*.py"))] == []


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_list_has_a_name(language: str) -> None:
    codes = (import_string(kind).words.code for kind in settings.LIST_KINDS)
    assert {code.replace(".", "-") for code in codes} - WORDS.ids(language) == set()


def test_every_entry_of_the_rail_leads_somewhere() -> None:
    """The rail gives no arguments: an address that wants some would break every page."""
    assert [name for name, _, _ in _RAIL if not reverse(name).startswith("/console/")] == []


@pytest.mark.parametrize("language", WORDS.languages)
def test_every_entry_of_the_rail_has_words(language: str) -> None:
    assert {f"console-rail-{name}" for name, _, _ in _RAIL} - WORDS.ids(language) == set()


def test_no_two_entries_of_the_rail_answer_to_one_key() -> None:
    keys = [key for _, key, _ in _RAIL]
    assert sorted(set(keys)) == sorted(keys)

"""What the code can do stands in its document, and the document promises nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.sources import ROOT, Module, listed, modules, shown, tables, with_suffix
from wangge.access.permissions import Permission
from wangge.access.roles import permissions_of, roles_with
from wangge.access.sight import Sight
from wangge.registers.audit.rules.events import Event

READERS = {"text", "flag", "words"}
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)")
NAMED_PATH = re.compile(r"`((?:src|tests|docs|bin|deploy|frontend|bench|\.ci)/[\w./-]+)`")
ADRS = ROOT / "docs" / "adr"


def test_every_permission_is_explained() -> None:
    assert listed("permissions.md", "Permission") == [permission.value for permission in Permission]


def test_the_document_says_who_holds_a_permission() -> None:
    for row in tables("permissions.md"):
        if "Permission" not in row:
            continue
        permission = Permission(row["Permission"].strip("`"))
        named = set(re.findall(r"`([^`]+)`", row["Held by"]))
        held = {f"{unit}/{post}" for unit, post in roles_with(permission)}
        everybody = permission in permissions_of("any other unit", "any other post")
        assert (permission, named) == (permission, {"*/*"} if everybody else held)


def test_the_document_says_what_opens_a_kind_of_sight() -> None:
    said = {
        row["Kind"].strip("`"): set(re.findall(r"`([^`]+)`", row["Opened by"]))
        for row in tables("permissions.md")
        if "Kind" in row
    }
    assert said == {kind.label: {p.value for p in kind.opened_by} for kind in Sight}


def test_every_kind_of_event_is_explained() -> None:
    rows, events = set(listed("events.md", "Event")), {event.value for event in Event}
    assert events - rows == set(), "add a row to docs/events.md for each of these"
    assert sorted(listed("events.md", "Event")) == sorted(events)


def test_every_setting_is_explained() -> None:
    read = {name for module in modules("src/wangge/config") for name in _settings_read(module)}
    assert sorted(listed("settings.md", "Variable")) == sorted(read)


def test_every_table_is_explained() -> None:
    tables_of_postgis = "gis"
    kept = [m for m in apps.get_models() if m._meta.app_label != tables_of_postgis]
    rows, labels = listed("data.md", "Model"), {m._meta.label for m in kept}
    assert labels - set(rows) == set(), "add a row to docs/data.md for each of these"
    assert sorted(rows) == sorted(labels)


def test_every_table_says_what_it_is_for_and_how_long_it_is_kept() -> None:
    rows = [row for row in tables("data.md") if "Model" in row]
    blank = [row["Model"] for row in rows if not all(row.values())]
    assert blank == []
    assert [
        row["Model"] for row in rows if row["Personal data"].split(":")[0] not in {"yes", "no"}
    ] == []


def test_personal_data_is_protected_or_the_reason_stands_there() -> None:
    unprotected = [
        row["Model"]
        for row in tables("data.md")
        if row.get("Personal data", "no").startswith("yes")
        and not row["Protection"].startswith(("row security", "none: "))
    ]
    assert unprotected == []


def test_decisions_are_numbered_without_gaps() -> None:
    numbers = [int(path.name[:4]) for path in sorted(ADRS.glob("[0-9]*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 10


def test_every_right_says_where_it_is_answered() -> None:
    assert listed("rights.md", "Right") == [f"R{number}" for number in range(1, 21)]


def test_the_glossary_names_what_is_in_the_code() -> None:
    places = [row["Where"].strip("`") for row in tables("glossary.md")]
    assert [each for each in places if each != "later" and not (ROOT / "src" / each).exists()] == []


@pytest.mark.parametrize("document", with_suffix(".md"), ids=shown)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", with_suffix(".md"), ids=shown)
def test_files_that_a_document_names_are_there(document: Path) -> None:
    named = NAMED_PATH.findall(document.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


def _settings_read(module: Module) -> Iterator[str]:
    """Names of environment variables that the settings read or hand on."""
    for node in module.nodes(ast.Call):
        if getattr(node.func, "id", "") in READERS and isinstance(node.args[0], ast.Constant):
            yield str(node.args[0].value)

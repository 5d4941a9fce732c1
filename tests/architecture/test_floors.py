"""Imports and foreign keys point down; every app stands in the contracts that say so."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import models
from importlinter.cli import lint_imports

from tests.architecture.sources import ROOT, SRC, modules

WORDS = frozenset({"rules", "models", "adapters", "queries", "operations", "tasks"})

CONTRACTS = ROOT / "pyproject.toml"


def contracts() -> list[dict[str, object]]:
    return tomllib.loads(CONTRACTS.read_text())["tool"]["importlinter"]["contracts"]


def layers(prefix: str) -> list[str]:
    """The layers of the contract that orders the modules under a package, highest first."""
    for contract in contracts():
        stated = [part for layer in contract.get("layers", []) for part in layer.split(" | ")]
        if stated and all(name.startswith(prefix) for name in stated):
            return stated
    return []


def our_models() -> list[type[models.Model]]:
    return [model for model in apps.get_models() if model.__module__.startswith("wangge.")]


def domain_apps() -> Iterator[Path]:
    """Apps that follow the words, whether or not they store something."""
    for floor in ("registers", "work", "insight"):
        for folder in sorted((SRC / "wangge" / floor).iterdir()):
            if (folder / "__init__.py").exists():
                yield folder


def test_the_import_contracts_hold() -> None:
    assert lint_imports(config_filename=str(CONTRACTS), no_logo=True) == 0


def test_every_register_stands_in_the_order_of_registers() -> None:
    folders = {f"wangge.registers.{p.name}" for p in domain_apps() if p.parent.name == "registers"}
    assert folders - set(layers("wangge.registers.")) == set()


def test_every_domain_app_holds_the_six_words_and_nothing_else() -> None:
    (six,) = (c for c in contracts() if _bare(c) == WORDS)
    missing = {_dotted(folder) for folder in domain_apps()} - _containers(six)
    assert missing == set(), "add these to containers of the six words in pyproject.toml"
    assert sorted(_containers(six)) == sorted(_dotted(folder) for folder in domain_apps())
    assert six["exhaustive"]


def test_the_law_of_every_app_is_kept_free_of_frameworks() -> None:
    (law,) = (c for c in contracts() if "wangge.access" in _sources(c))
    floors = {folder.parent.name for folder in domain_apps()}
    assert {f"wangge.{floor}.*.rules" for floor in floors} <= _sources(law)


def test_domain_apps_hold_no_views() -> None:
    web = ("django.http", "django.shortcuts", "django.urls", "django.forms", "ninja")
    below = [m for m in modules() if not m.name.startswith(("wangge.interfaces", "wangge.config"))]
    assert [m.at(node) for m in below for name, node in m.imported() if name.startswith(web)] == []


def test_keys_between_apps_point_down_and_keep_no_reverse_name() -> None:
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in our_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model._meta.app_label != model._meta.app_label
        and not _points_down_quietly(field)
    ]
    assert wrong == []


def _points_down_quietly(field: models.ForeignKey) -> bool:
    quiet = field.remote_field.on_delete is models.PROTECT and field.remote_field.hidden
    return quiet and _height(field.related_model) < _height(field.model)


def _height(model: type[models.Model]) -> int:
    """How high an app stands; the order is the one the import contracts state."""
    order = [*layers("wangge.")[:1], "wangge.insight", "wangge.work", *layers("wangge.registers.")]
    names = [name for name in order if model.__module__.startswith(f"{name}.")]
    return -order.index(names[0]) if names else -len(order)


def _dotted(folder: Path) -> str:
    return ".".join(folder.relative_to(SRC).parts)


def _sources(contract: dict[str, object]) -> set[str]:
    return set(contract.get("source_modules", []))  # type: ignore[call-overload]


def _bare(contract: dict[str, object]) -> set[str]:
    layers = [str(layer).split(" | ") for layer in contract.get("layers", [])]  # type: ignore[attr-defined]
    return {word.strip("()") for layer in layers for word in layer}


def _containers(contract: dict[str, object]) -> set[str]:
    return set(contract.get("containers", []))  # type: ignore[call-overload]

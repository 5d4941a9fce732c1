"""What Django offers and this house does not take: effects that nobody sees in the code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from django.apps import apps

from tests.architecture.sources import Module, places

SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals")
ADMIN = ("django.contrib.admin",)
HIDDEN_FORMS = ("django.forms.ModelForm", "django.forms.models", "django.forms.modelform_factory")
OVERRIDES = {"save", "delete", "save_base", "full_clean"}


def test_no_signals() -> None:
    assert _imports(*SIGNALS) == []


def test_no_admin() -> None:
    assert _imports(*ADMIN) == []
    assert not apps.is_installed("django.contrib.admin")


def test_no_model_forms() -> None:
    assert _imports(*HIDDEN_FORMS) == []


def test_a_model_is_saved_as_it_stands() -> None:
    def found(module: Module) -> Iterator[ast.AST]:
        for model in module.nodes(ast.ClassDef):
            if "models" in module.words:
                yield from (each for each in model.body if getattr(each, "name", "") in OVERRIDES)

    assert places(found) == []


def test_no_order_of_rows_that_nobody_asked_for() -> None:
    ordered = [m._meta.label for m in apps.get_models() if m._meta.ordering and _is_ours(m)]
    assert ordered == []


def test_only_the_door_opens_a_transaction() -> None:
    """Savepoints are the business of doors; `on_commit` would be an effect outside the transaction."""

    def found(module: Module) -> Iterator[ast.AST]:
        if not module.name.startswith("wangge.doors"):
            yield from _mentions(module, "transaction.atomic", "transaction.on_commit")

    assert places(found) == []


def test_settings_are_read_by_their_own_floor() -> None:
    """One reader of the environment; everything else asks `django.conf.settings`."""

    def found(module: Module) -> Iterator[ast.AST]:
        if not module.name.startswith("wangge.config"):
            yield from _mentions(module, "os.environ", "os.getenv")

    assert places(found) == []


def _imports(*forbidden: str) -> list[str]:
    def found(module: Module) -> Iterator[ast.AST]:
        yield from (node for name, node in module.imported() if name.startswith(forbidden))

    return places(found)


def _mentions(module: Module, *names: str) -> Iterator[ast.AST]:
    return (node for node in module.nodes(ast.Attribute) if ast.unparse(node) in names)


def _is_ours(model: type) -> bool:
    return model.__module__.startswith("wangge.")

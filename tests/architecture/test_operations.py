"""What changes the database is an operation, and says by whom and when."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.sources import Module, modules, places

# Modules that write and are not called operations, each with its reason.
KEEPERS = {
    "wangge.doors.idempotency": "the door's own memory: the answer to what may be sent twice",
    "wangge.doors.jobs": "the queue's own rows: what failed long ago",
    "wangge.doors.looks": "the door's own memory: how much somebody has looked at",
    "wangge.doors.tries": "the door's own memory: a Refusal undoes what an operation wrote",
}
WRITES = {
    "create", "acreate", "bulk_create", "get_or_create", "update_or_create", "bulk_update",
    "save", "delete", "update",
}  # fmt: skip
CLOCKS = {"timezone.now", "datetime.now", "datetime.utcnow", "date.today", "time.time"}
CLOCKLESS = ("wangge.lib", "wangge.access", "wangge.registers", "wangge.work", "gridding.kernel")
SQL_WRITE = re.compile(r"\s*(INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|TRUNCATE|COPY)\b", re.I)


def test_only_operations_write() -> None:
    assert places(_writes) == []


def test_only_operations_speak_writing_sql() -> None:
    """An adapter may: what it writes is a file (SQLite), for it never reaches our database."""

    def found(module: Module) -> Iterator[ast.AST]:
        if _may_write(module) or "adapters" in module.words:
            return
        for node in module.nodes(ast.Constant):
            if SQL_WRITE.match(str(node.value)):
                yield node

    assert places(found) == []


def test_adapters_write_files_and_never_rows() -> None:
    """What deals with files, programs and other houses knows neither the database nor its keepers."""

    def found(module: Module) -> Iterator[ast.AST]:
        if "adapters" in module.words:
            yield from (node for name, node in module.imported() if _reaches_rows(name))

    assert places(found) == []


def test_every_keeper_is_still_there() -> None:
    assert KEEPERS.keys() - {module.name for module in modules()} == set()


def test_an_operation_says_by_whom_and_when() -> None:
    assert places(_silent_operations) == []


def test_an_operation_is_public_and_stands_among_operations() -> None:
    def found(module: Module) -> Iterator[ast.AST]:
        for function in _operations(module):
            if function.name.startswith("_") or not _may_write(module):
                yield function

    assert places(found) == []


def test_domain_code_reads_no_clock() -> None:
    """Instants are arguments: only doors and faces look at a clock."""

    def found(module: Module) -> Iterator[ast.AST]:
        if module.name.startswith(CLOCKLESS):
            yield from (node for node in module.nodes(ast.Call) if _reads_clock(node))

    assert places(found) == []


def test_a_job_that_is_asked_for_by_name_is_there() -> None:
    asked, there = set(_named("later")), {*_named("job"), *_named("errand")}
    assert asked - there == set()


def _named(function: str) -> Iterator[str]:
    """The names that a function of `doors.jobs` is called with."""
    for module in modules():
        for call in module.nodes(ast.Call):
            called = ast.unparse(call.func).removeprefix("jobs.")
            if called == function and call.args and isinstance(call.args[0], ast.Constant):
                yield str(call.args[0].value)


def _reaches_rows(name: str) -> bool:
    if name.startswith("wangge."):
        return not {"models", "operations", "tasks"}.isdisjoint(name.split("."))
    return name.startswith(("django.db", "psycopg"))


def _may_write(module: Module) -> bool:
    return "operations" in module.words or module.name in KEEPERS


def _writes(module: Module) -> Iterator[ast.AST]:
    if _may_write(module) or not module.name.startswith("wangge."):
        return
    for node in module.nodes(ast.Call):
        if _is_write(node):
            yield node


def _is_write(call: ast.Call) -> bool:
    """A call that writes through the ORM. Dictionaries, sets and images have these verbs too."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in WRITES:
        return False
    keywords = {keyword.arg for keyword in call.keywords}
    if call.func.attr == "save":
        return not call.args and keywords <= {"force_insert", "force_update", "update_fields"}
    if call.func.attr in {"update", "create"}:
        return bool(keywords) and not call.args
    return call.func.attr != "delete" or not (call.args or keywords)


def _operations(module: Module) -> Iterator[ast.FunctionDef]:
    for node in module.nodes(ast.FunctionDef):
        if any(getattr(mark, "id", "") == "operation" for mark in node.decorator_list):
            yield node


def _silent_operations(module: Module) -> Iterator[ast.AST]:
    for function in _operations(module):
        if not {"by", "at"} <= {argument.arg for argument in function.args.kwonlyargs}:
            yield function


def _reads_clock(call: ast.Call) -> bool:
    return ast.unparse(call.func) in CLOCKS

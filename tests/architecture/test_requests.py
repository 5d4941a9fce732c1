"""Views take a typed request (`web/request.py`); nobody looks past the types for what it carries."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import modules, shown, with_suffix

# What may meet a request before it is known who sends it, or answers for a framework that says no more.
_BEFORE_ANYTHING_IS_KNOWN = {
    "api.answering",
    "web.bearer",
    "web.errors",
    "web.idle",
    "web.problems",
    "web.request",
    "web.visitor",
}
_PAST_THE_TYPES = re.compile(r"request.*#\s*type:\s*ignore")


def test_no_line_looks_past_the_types_of_a_request() -> None:
    found = [
        f"{shown(path)}:{number}"
        for path in with_suffix(".py", below="src/wangge/interfaces")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if _PAST_THE_TYPES.search(line)
    ]
    assert found == []


def test_djangos_bare_request_appears_only_before_anything_is_known() -> None:
    bare = {
        module.name.removeprefix("wangge.interfaces.")
        for module in modules("src/wangge/interfaces")
        for node in module.nodes(ast.Name)
        if node.id == "HttpRequest"
    }
    assert bare <= _BEFORE_ANYTHING_IS_KNOWN

"""Words stand in the catalogue, in every language, and for everything that is said."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps

from tests.architecture.sources import Module, modules, places, shown, with_suffix
from wangge.config.language import WORDS
from wangge.registers.audit.rules.events import Event

CHINESE = re.compile(r"[\u3400-\u9fff\uff01-\uff60]")
# Where Chinese is the matter itself, not words for a reader.
CHINESE_MATTER = {
    "wangge.config.settings.county": "each language names itself in its own writing",
}
HALF_WIDTH = re.compile(r"[\u3400-\u9fff”}][,;:?!()]|[,;:?!()][\u3400-\u9fff“]")
SAID_IN_TEMPLATE = re.compile(r"""{%\s*say\s+(["'])(?P<id>[^"']+)\1""")
COMMENTS = {
    ".html": re.compile(r"{% comment.*?%}.*?{% endcomment %}|{#.*?#}|<!--.*?-->", re.DOTALL),
    ".ts": re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL),
    ".vue": re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*|<!--.*?-->", re.DOTALL),
}

# What no colleague would say aloud. `beside` is also a stored code: how a vacant post is covered.
STIFF = re.compile(
    r"(?<![-_\"])\b(?:[Ww]hoever|anew|[Rr]eckon(?:s|ed|ing)?|thereof|[Bb]eside)\b(?![-_\"])"
)
SPOKEN = (".py", ".md", ".ts", ".css", ".html", ".ftl")


@pytest.mark.parametrize("language", WORDS.languages)
def test_the_catalogue_is_complete(language: str) -> None:
    assert WORDS.missing(language) == set()


def test_chinese_is_punctuated_in_full_width() -> None:
    """In the catalogue and in what the demo's people say; comments of the files are not read."""
    assert [text for text in (*_chinese_words(), *_said_in_demo()) if HALF_WIDTH.search(text)] == []


def test_every_message_has_words() -> None:
    assert [f"{at} {code}" for at, code in _said_in_code() if not _known(code)] == []


def test_every_kind_of_event_has_words_for_the_auditor() -> None:
    assert [event for event in Event if not _known(f"audit.event.{event.value}")] == []


def test_every_word_of_a_template_is_in_the_catalogue() -> None:
    said = [
        (shown(path), match["id"] + "*" * match["id"].endswith("-"))  # `"unit-kind-"|add:kind`
        for path in with_suffix(".html", below="src")
        for match in SAID_IN_TEMPLATE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert [f"{where} {words_id}" for where, words_id in said if not _known(words_id)] == []


def test_every_constraint_has_words_for_the_person_who_meets_it() -> None:
    names = [
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith("wangge.")
        for constraint in model._meta.constraints
    ]
    assert [name for name in names if not _known(f"constraint.{name}")] == []


def test_what_was_not_found_is_said_in_words() -> None:
    """`Refusal.not_found("post")` would print the bare code into a sentence."""

    def found(module: Module) -> Iterator[ast.AST]:
        for call in module.nodes(ast.Call):
            named = ast.unparse(call.func) == "Refusal.not_found"
            if named and not isinstance(call.args[0], ast.Call | ast.Name | ast.Attribute):
                yield call

    assert places(found) == []


def test_no_chinese_in_python() -> None:
    assert [*places(_chinese), *places(_chinese, "bin")] == []


@pytest.mark.parametrize("suffix", [".html", ".ts", ".vue"])
def test_no_chinese_in_templates_and_scripts(suffix: str) -> None:
    found = [
        shown(path)
        for path in with_suffix(suffix)
        if CHINESE.search(COMMENTS[suffix].sub("", path.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_english_is_what_a_colleague_would_say() -> None:
    found = [
        f"{shown(path)}:{number}"
        for path in with_suffix(*SPOKEN)
        if "migrations" not in path.parts and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if STIFF.search(line)
    ]
    assert found == []


def _chinese_words() -> Iterator[str]:
    for path in with_suffix(".ftl", below="src/wangge/words/zh"):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from (line for line in lines if not line.startswith("#"))


def _said_in_demo() -> Iterator[str]:
    for path in with_suffix(".csv", below="src/wangge/insight/demo/data"):
        with path.open(encoding="utf-8", newline="") as table:
            yield from (cell for row in csv.reader(table) for cell in row)


def _chinese(module: Module) -> Iterator[ast.AST]:
    if module.name in CHINESE_MATTER:
        return
    docstrings = set(map(id, _docstrings(module)))
    for node in module.nodes(ast.Constant):
        text = node.value if isinstance(node.value, str) else ""
        if CHINESE.search(text) and id(node) not in docstrings:
            yield node


def _docstrings(module: Module) -> Iterator[ast.AST]:
    """Texts that stand alone as a statement: docstrings, also of attributes."""
    for node in module.nodes(ast.Expr):
        if isinstance(node.value, ast.Constant):
            yield node.value


def _said_in_code() -> Iterator[tuple[str, str]]:
    """Every `Message(…)` of the platform whose code can be read: place and code, * for a blank."""
    for module in modules():
        for node in module.nodes(ast.Call):
            if not node.args or not _says(node.func):
                continue
            code = _pattern(node.args[0])
            if code.strip("*"):
                yield module.at(node), code


def _says(function: ast.expr) -> bool:
    """The engine has a Message and words of its own, which its own tests hold together."""
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "Message"


def _pattern(code: ast.expr) -> str:
    if isinstance(code, ast.Constant):
        return str(code.value)
    if isinstance(code, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "*" for part in code.values)
        return "".join(map(str, parts))
    return "*"


def _known(code: str) -> bool:
    """Whether every language has the words, or at least one that fits a code with blanks."""
    shape = re.compile(re.escape(code.replace(".", "-")).replace(r"\*", r"[\w-]+"))
    return all(any(map(shape.fullmatch, _ids(language))) for language in WORDS.languages)


@cache
def _ids(language: str) -> frozenset[str]:
    return WORDS.ids(language)

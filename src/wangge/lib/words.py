"""The catalogue of words: the one place where codes become sentences people read.

A folder holds one sub-folder of Fluent files (``*.ftl``) per language. The id of a message's
words is its code with dashes for dots. Words that take no parameters are made once and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final, cast

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Pattern
from fluent.syntax import FluentParser, ast

from wangge.lib.message import Message, Param
from wangge.lib.phrase import Phrase, is_static, phrase, template
from wangge.lib.when import SHANGHAI, said_date, said_instant

_SEPARATOR: Final = Message("words.separator")


class UnknownWords(LookupError):  # noqa: N818 - the name is the house's word for it
    """A language has no words for a code, or they lack a parameter."""


class MalformedWords(ValueError):  # noqa: N818 - as above
    """A catalogue file cannot be read, or says one id twice."""


@dataclass(frozen=True)
class _Language:
    bundle: FluentBundle
    static: dict[str, str]
    templates: dict[str, str]
    patterns: dict[str, ast.Pattern]


class Catalogue:
    """Words in every language under ``folder``.

    ``default`` is the language for people whose own is not in the catalogue. ``strict`` (tests)
    raises UnknownWords where otherwise the bare code in brackets is shown to the person.
    Loading raises MalformedWords.
    """

    def __init__(self, folder: Path, default: str = "zh", *, strict: bool = False) -> None:
        self._languages = {sub.name: _load(sub) for sub in sorted(folder.iterdir()) if sub.is_dir()}
        if default not in self._languages:
            raise MalformedWords(f"no words in the language {default!r} under {folder}")
        self._default = default
        self._strict = strict

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are words in, the default first."""
        return tuple(sorted(self._languages, key=lambda each: (each != self._default, each)))

    def say(
        self,
        message: Message | str,
        language: str,
        *,
        now: datetime | None = None,
        **params: Param,
    ) -> str:
        """The words of a message, or of a code or words id with ``params``.

        Messages among the parameters are said first, tuples are said as lists, days and instants
        as people say them: as seen from ``now``, or in full without it.
        """
        spoken = self._languages.get(language) or self._languages[self._default]
        words_id = message.words_id if isinstance(message, Message) else message.replace(".", "-")
        static = spoken.static.get(words_id)
        if static is not None:
            return static
        if words_id not in spoken.patterns:
            return self._unknown(words_id, language)
        given = {**message.params, **params} if isinstance(message, Message) else params
        plain = {name: self._plain(value, language, now) for name, value in given.items()}
        text, errors = _formatted(spoken, words_id, plain)
        if errors and self._strict:
            raise UnknownWords(f"{words_id} in {language}: {errors}")
        return text

    def ids(self, language: str) -> frozenset[str]:
        """The ids that have words in a language. UnknownWords if the language has none."""
        try:
            return frozenset(self._languages[language].patterns)
        except KeyError:
            raise UnknownWords(f"no words in the language {language!r}") from None

    def missing(self, language: str) -> set[str]:
        """The ids that some other language has words for and this one has not."""
        everywhere = {words_id for each in self._languages.values() for words_id in each.patterns}
        return everywhere - self.ids(language)

    def subset(self, prefix: str, language: str) -> dict[str, Phrase]:
        """The words whose id begins with ``prefix``, as plain JSON for the front end."""
        spoken = self._languages.get(language) or self._languages[self._default]
        return {
            words_id: spoken.static.get(words_id) or phrase(pattern)
            for words_id, pattern in sorted(spoken.patterns.items())
            if words_id.startswith(prefix)
        }

    def _plain(self, value: Param, language: str, now: datetime | None) -> str | int:
        if isinstance(value, str | int):
            return value
        if isinstance(value, Message):
            return self.say(value, language, now=now)
        if isinstance(value, datetime):
            return self.say(said_instant(value, now), language)
        if isinstance(value, date):
            today = now.astimezone(SHANGHAI).date() if now else None
            return self.say(said_date(value, today), language)
        parts = (str(self._plain(each, language, now)) for each in value)
        return self.say(_SEPARATOR, language).join(parts) if value else ""

    def _unknown(self, words_id: str, language: str) -> str:
        if self._strict:
            raise UnknownWords(f"{words_id} has no words in {language}")
        return f"[{words_id}]"


def _load(folder: Path) -> _Language:
    messages: dict[str, ast.Pattern] = {}
    entries: list[ast.Message | ast.Term] = []
    for path in sorted(folder.glob("*.ftl")):
        for entry in _entries(path):
            if isinstance(entry, ast.Message):
                if entry.id.name in messages or entry.value is None:
                    raise MalformedWords(f"{path}: {entry.id.name} is said twice or not at all")
                messages[entry.id.name] = entry.value
            entries.append(entry)
    bundle = FluentBundle([folder.name], use_isolating=False)
    bundle.add_resource(ast.Resource(list(entries)))
    static = {
        words_id: _by_fluent(bundle, words_id, {})[0]
        for words_id, pattern in messages.items()
        if is_static(pattern)
    }
    written = {words_id: template(pattern) for words_id, pattern in messages.items()}
    templates = {words_id: text for words_id, text in written.items() if text is not None}
    return _Language(bundle, static, templates, messages)


def _entries(path: Path) -> list[Any]:
    body = FluentParser(with_spans=False).parse(path.read_text(encoding="utf-8")).body
    for entry in body:
        if isinstance(entry, ast.Junk):
            raise MalformedWords(f"{path}: cannot be read: {entry.content!r}")
    return [entry for entry in body if isinstance(entry, ast.Message | ast.Term)]


def _formatted(
    spoken: _Language, words_id: str, params: dict[str, str | int]
) -> tuple[str, list[Exception]]:
    written = spoken.templates.get(words_id)
    if written is not None and all(isinstance(value, str) for value in params.values()):
        try:
            return written.format_map(params), []
        except KeyError:  # Fluent shows the words without the parameter that is lacking
            pass
    return _by_fluent(spoken.bundle, words_id, params)


def _by_fluent(
    bundle: FluentBundle, words_id: str, params: dict[str, str | int]
) -> tuple[str, list[Exception]]:
    # every pattern was seen to be there by _load
    pattern = cast(Pattern, bundle.get_message(words_id).value)
    text, errors = bundle.format_pattern(pattern, params)
    return str(text), errors

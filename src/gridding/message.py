"""What the engine says: a code with parameters, made into words only at the face.

The engine may be used without the platform, so it has a small message type of its own. Codes are
stable and may be stored; the words stand in ``words/<language>.json``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Message:
    """A statement about a problem or a plan: ``code`` and the parameters its words need.

    A parameter may be a message itself, such as a unit.
    """

    code: str
    params: Mapping[str, object]

    def words(self, language: str = "zh") -> str:
        """The sentence in ``language``; a code without words is a mistake and raises KeyError."""
        said = {
            name: value.words(language) if isinstance(value, Message) else value
            for name, value in self.params.items()
        }
        return catalogue(language)[self.code].format(**said)

    def as_json(self, language: str = "zh") -> dict[str, object]:
        """Code, parameters and words, as they stand in a report."""
        params = {
            name: value.code if isinstance(value, Message) else value
            for name, value in self.params.items()
        }
        return {
            "code": self.code,
            "params": params,
            "words": self.words(language),
        }


def message(code: str, /, **params: object) -> Message:
    """Shorthand: ``message("balance.off", grid=2, load=537, ...)``."""
    return Message(code, params)


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """All words of one language, by code."""
    text = files("gridding").joinpath("words", f"{language}.json").read_text(encoding="utf-8")
    loaded: dict[str, str] = json.loads(text)
    return loaded


class BadInput(Exception):  # noqa: N818 - it names the input's state, not a defect of the engine
    """The input cannot be divided as it is: one sentence naming the feature and its fault."""

    def __init__(self, code: str, /, **params: object) -> None:
        self.message = Message(code, params)
        super().__init__(self.message.words("en"))

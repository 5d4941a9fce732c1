"""The language of what a command prints."""

from collections.abc import Mapping
from pathlib import Path

from wangge.lib.words import Catalogue

WORDS = Catalogue(Path(__file__).resolve().parents[1] / "words")


def of_terminal(environment: Mapping[str, str]) -> str:
    """``en`` in an English terminal, otherwise the platform's own language, ``zh``."""
    wanted = next(
        (environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)),
        "",
    )
    return "en" if wanted.startswith("en") else "zh"

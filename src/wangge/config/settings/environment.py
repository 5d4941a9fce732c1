"""The one reader of the environment, and where the state of an installation lies."""

import os
from pathlib import Path

from wangge.config.configuration_error import ConfigurationError

__all__ = ["REPOSITORY", "STATE", "ConfigurationError", "flag", "text", "words"]

REPOSITORY = Path(__file__).resolve().parents[4]


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str) -> bool:
    return os.environ.get(name, "") in {"1", "true", "yes"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


# Keys, uploaded files, logs and the embedded database cluster.
STATE = Path(text("WANGGE_STATE") or REPOSITORY / ".wangge")

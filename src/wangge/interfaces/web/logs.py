"""Log lines as JSON. Names, phone numbers and bodies never reach them: only what is passed here."""

import traceback
from typing import Any

from pythonjsonlogger.json import JsonFormatter


class JsonLines(JsonFormatter):
    """One JSON object a line, Chinese kept readable."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(
            *args,
            **kwargs,
            json_ensure_ascii=False,
            rename_fields={"asctime": "at", "levelname": "level", "name": "logger"},
        )

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name logging calls it by
        """Kinds and frames, the cause last. PostgreSQL puts the failing row into an exception's text,
        and readers of files the value that was wrong."""
        said: list[str] = []
        error, seen = ei[1], set[int]()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            said += [type(error).__qualname__, *traceback.format_tb(error.__traceback__)]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(line.rstrip("\n") for line in said)

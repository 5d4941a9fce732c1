"""Log lines as JSON. Names, phone numbers and bodies never reach them: only what is passed here."""

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

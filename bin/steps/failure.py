"""The one anticipated way to stop: a sentence for the person at the keyboard."""


class Stop(Exception):  # noqa: N818  (it is raised to stop, not because code is wrong)
    """Something is missing or wrong; the text says what, and how to mend it."""

    def __init__(self, sentence: str, *, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status

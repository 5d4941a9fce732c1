"""The duty sheets (责任清单) of the four levels, as a county first receives them (A02–A05).

A sheet is a template: the county edits its own copy. The words stand in the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from wangge.lib.message import Message


@dataclass(frozen=True, slots=True)
class DutySheet:
    """The duties of one level, and the post that is answerable for them."""

    code: str
    answers_to: str | None  # the level above, None for the first
    duties: int

    @property
    def title(self) -> Message:
        """Whose sheet it is."""
        return Message(f"duty.{self.code}.title")

    @property
    def answerable(self) -> Message:
        """The post that is answerable: a post, never a named person (A01)."""
        return Message(f"duty.{self.code}.answerable")

    @property
    def lines(self) -> tuple[Message, ...]:
        """The duties, in order."""
        return tuple(Message(f"duty.{self.code}.{n}") for n in range(1, self.duties + 1))


DUTY_SHEETS: Final = (
    DutySheet("committee", answers_to=None, duties=4),
    DutySheet("government", answers_to="committee", duties=4),
    DutySheet("township", answers_to="government", duties=5),
    DutySheet("village", answers_to="township", duties=5),
)
"""Party committee leads, government carries out, township is the main body, village owns."""

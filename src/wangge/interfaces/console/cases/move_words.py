"""What a stage of a move is called: the label of its button, its key in addresses."""

from __future__ import annotations

from wangge.lib.message import Message
from wangge.work.cases.rules.move_codes import MoveCode, Stage


def move_label(code: MoveCode, stage: Stage) -> Message:
    """The label of the button: the move and, if it takes two people, which half of it."""
    if stage is Stage.DO:
        return code.words
    return Message(f"console.stage.{stage.value}", move=asked_words(code))


def asked_words(code: MoveCode) -> Message:
    """What is requested, granted or refused; some moves are already named after the request."""
    return Message("console.asked", code=code.value, move=code.words)


def move_key(code: MoveCode, stage: Stage) -> str:
    """The key of a stage in addresses and on the panel of moves."""
    return code.value if stage is Stage.DO else f"{code.value}.{stage.value}"

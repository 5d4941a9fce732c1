"""How a stage of a move is named on pages: by the words of its button, by a key in addresses."""

from __future__ import annotations

from wangge.lib.message import Message
from wangge.work.cases.rules.move_codes import MoveCode, Stage


def move_label(code: MoveCode, stage: Stage) -> Message:
    """What the button says: the move, and where it takes two, which half of it."""
    if stage is Stage.DO:
        return code.words
    return Message(f"console.stage.{stage.value}", move=asked_words(code))


def asked_words(code: MoveCode) -> Message:
    """What is asked for, granted or refused; the name of some moves is already that of the asking."""
    return Message("console.asked", code=code.value, move=code.words)


def move_key(code: MoveCode, stage: Stage) -> str:
    """What stands for it in an address and on the panel of moves."""
    return code.value if stage is Stage.DO else f"{code.value}.{stage.value}"

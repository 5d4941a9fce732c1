"""What is said of a print order."""

from __future__ import annotations

from wangge.lib.message import Message


def state_words(state: str) -> Message:
    """Where a print order stands (`orders.rules.OrderState`), in words."""
    return Message(f"paper.state.{state}")

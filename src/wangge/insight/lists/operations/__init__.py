"""What can be done with lists: take one out, bring one in, forget what is old."""

from wangge.insight.lists.operations.bringing import bring, carry_on, note_refusal, take_row
from wangge.insight.lists.operations.forgetting import forget_old, take_up_again
from wangge.insight.lists.operations.taking_out import (
    ask_for,
    begin_export,
    check_may_take_out,
    finish_export,
    give_up_export,
)

__all__ = [
    "ask_for",
    "begin_export",
    "bring",
    "carry_on",
    "check_may_take_out",
    "finish_export",
    "forget_old",
    "give_up_export",
    "note_refusal",
    "take_row",
    "take_up_again",
]

"""What can be done with a file: bring, choose, read, confirm, write, drop, forget."""

from wangge.insight.geodata.operations.bringing import bring, choose, confirm, drop
from wangge.insight.geodata.operations.forgetting import forget_old, take_up_again
from wangge.insight.geodata.operations.reading import begin_reading, fail, finish_reading
from wangge.insight.geodata.operations.writing import carry_on, note_unwritten, write_village

__all__ = [
    "begin_reading",
    "bring",
    "carry_on",
    "choose",
    "confirm",
    "drop",
    "fail",
    "finish_reading",
    "forget_old",
    "note_unwritten",
    "take_up_again",
    "write_village",
]

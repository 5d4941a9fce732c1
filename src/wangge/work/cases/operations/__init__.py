"""What can be done with cases: report one, make a move."""

from wangge.work.cases.operations.moving import move
from wangge.work.cases.operations.reporting import Filing, report

__all__ = ["Filing", "move", "report"]

"""The names of the moves and of the stages in which one is made."""

from __future__ import annotations

from enum import StrEnum

from wangge.lib.message import Message


class MoveCode(StrEnum):
    """A move of a case, in the order of the table."""

    REPORT = "report"  # 登记
    ACCEPT = "accept"  # 受理
    DECLINE = "decline"  # 不予受理
    RELOCATE = "relocate"  # 定位
    RECLASSIFY = "reclassify"  # 改类
    DISPATCH = "dispatch"  # 分派
    TAKE = "take"  # 承办
    HAND = "hand"  # 转办(本单位内)
    PROGRESS = "progress"  # 进展
    ASK_REPORTER = "ask_reporter"  # 请补充
    COORDINATE = "coordinate"  # 协调
    ESCALATE = "escalate"  # 上报
    ASSIGN = "assign"  # 交办
    SEND_BACK = "send_back"  # 退回
    DECIDE = "decide"  # 裁定
    EXTEND = "extend"  # 延期
    SUSPEND = "suspend"  # 挂账
    RESUME = "resume"  # 恢复
    TRANSFER = "transfer"  # 转法定渠道
    RECORD_RECEIPT = "record_receipt"  # 登记回执
    RETURN = "return"  # 转回
    COMPLETE = "complete"  # 办结
    VERIFY_PASS = "verify_pass"  # noqa: S105 - 核查通过, no password
    VERIFY_FAIL = "verify_fail"  # 核查不通过
    RATE = "rate"  # 评价
    REOPEN = "reopen"  # 重办
    WITHDRAW = "withdraw"  # 撤回
    MERGE = "merge"  # 并案
    UNMERGE = "unmerge"  # 拆分
    SUPERVISE = "supervise"  # 督办
    INSTRUCT = "instruct"  # 批示
    UNDO = "undo"  # 撤销

    @property
    def words(self) -> Message:
        """The move's name."""
        return Message(f"case.move.{self.value}")


class Stage(StrEnum):
    """How far a move goes: some are asked for by one post and granted by another."""

    DO = "do"
    ASK = "ask"
    GRANT = "grant"
    REFUSE = "refuse"

    @property
    def changes_the_case(self) -> bool:
        """Whether the move itself takes place; asking and refusing leave the case as it is."""
        return self in {Stage.DO, Stage.GRANT}

    @property
    def words(self) -> Message:
        """The stage in words."""
        return Message(f"case.stage.{self.value}")

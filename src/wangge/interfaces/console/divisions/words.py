"""What pages say of a division: its number of grids and target explained, figures ready to read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from wangge.insight.divisions.models import Proposal, VillageRun
from wangge.insight.divisions.rules.states import Manner, run_words
from wangge.insight.divisions.rules.wishes import Rounding, Wishes
from wangge.lib.message import Message
from wangge.registers.orders.rules import OrderState

NONE = "—"


def percent(share: float | None, *, signed: bool = False) -> str:
    """A share as per cent with one decimal, with a true minus: +4.2%, −0.3%."""
    if share is None:
        return NONE
    return (f"{share:+.1%}" if signed else f"{share:.1%}").replace("-", "\N{MINUS SIGN}")


def metres(length: float) -> Message:
    """A length in whole metres."""
    return Message("division.metres", metres=math.floor(length + 0.5))


def standard_words(wishes: Wishes) -> Message:
    """The standard that the county set, in one line."""
    return Message(
        "division.standard",
        households=wishes.households_per_grid,
        persons=wishes.persons_per_grid,
        percent=round(wishes.tolerance * 100),
        counted=wishes.counted.words,
    )


def number_words(run: VillageRun, wishes: Wishes, proposal: Proposal) -> list[Message]:
    """Why this many grids, what the target is, and what is counted: in small villages, rounding decides."""
    by_households = run.households / wishes.households_per_grid
    by_persons = run.persons / wishes.persons_per_grid
    wanted = int(proposal.report["k_standard"])
    said = [
        Message(
            "division.number.standard",
            households=run.households,
            persons=run.persons,
            counted=wishes.counted.words,
            by_households=f"{by_households:.2f}",
            by_persons=f"{by_persons:.2f}",
            k_households=_rounded(by_households, wishes.rounding),
            k_persons=_rounded(by_persons, wishes.rounding),
            rounding=wishes.rounding.words,
            k=wanted,
        )
    ]
    if run.given_k is not None:
        said.append(Message("division.number.given", k=run.given_k, reason=run.given_k_reason))
    slack = wishes.tolerance * proposal.target
    said.append(
        Message(
            "division.target",
            unit=Message(f"gridding.unit.{proposal.balance_on}"),
            target=math.floor(proposal.target + 0.5),
            least=math.ceil(proposal.target - slack),
            most=math.floor(proposal.target + slack),
            percent=round(wishes.tolerance * 100),
        )
    )
    return said


def _rounded(value: float, rounding: Rounding) -> int:
    return math.ceil(value) if rounding is Rounding.CEIL else math.floor(value + 0.5)


def messages(stored: Iterable[Mapping[str, Any]]) -> list[Message]:
    """Stored messages, read back."""
    return [Message.from_json(each) for each in stored]


def verdict(proposal: Proposal) -> Message:
    """Whether a division keeps the rule, in a word."""
    return Message(f"division.verdict.{'kept' if proposal.feasible else 'broken'}")


def state_words(run: VillageRun) -> Message:
    """The state of a village's computation, with the reason if it failed."""
    if run.state == OrderState.FAILED and run.reason:
        return Message("division.run.failed_because", reason=Message.from_json(run.reason))
    return run_words(run.state)


def by_manner(proposals: Iterable[Proposal]) -> dict[Manner, Proposal]:
    """Proposals of a run in the order in which they are compared."""
    found = {Manner(each.manner): each for each in proposals}
    return {manner: found[manner] for manner in Manner if manner in found}

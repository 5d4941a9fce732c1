"""What can be done with divisions: compute them, draft one, decide on it, bring it into force."""

from wangge.insight.divisions.operations.adopting import carry_on, carry_on_due, try_again
from wangge.insight.divisions.operations.deciding import Decision, move_draft
from wangge.insight.divisions.operations.drafting import begin_draft
from wangge.insight.divisions.operations.runs import (
    begin_run,
    fail_run,
    keep_proposals,
    take_up_again,
)
from wangge.insight.divisions.operations.scenarios import (
    GivenNumber,
    cancel_scenario,
    divide_again,
    resume_scenario,
    start_scenario,
)

__all__ = [
    "Decision",
    "GivenNumber",
    "begin_draft",
    "begin_run",
    "cancel_scenario",
    "carry_on",
    "carry_on_due",
    "divide_again",
    "fail_run",
    "keep_proposals",
    "move_draft",
    "resume_scenario",
    "start_scenario",
    "take_up_again",
    "try_again",
]

"""What can be done with divisions: have them computed, and take one up as a draft."""

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
    "GivenNumber",
    "begin_draft",
    "begin_run",
    "cancel_scenario",
    "divide_again",
    "fail_run",
    "keep_proposals",
    "resume_scenario",
    "start_scenario",
    "take_up_again",
]

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.work.cases.test_invariant import Life


@pytest.mark.django_db
def test_small():
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=int(os.environ.get("N", "2")),
            stateful_step_count=12,
            deadline=None,
            derandomize=True,
            database=None,
            report_multiple_bugs=False,
        ),
    )

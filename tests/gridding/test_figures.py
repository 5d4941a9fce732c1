"""Figures that stand in more than one place are rounded in one way."""

from __future__ import annotations

import pytest

from gridding.constraints import whole


@pytest.mark.parametrize(("amount", "said"), [(492.5, 493), (493.5, 494), (492.4, 492), (0.0, 0)])
def test_a_half_goes_up_as_on_the_board(amount: float, said: int) -> None:
    assert whole(amount) == said

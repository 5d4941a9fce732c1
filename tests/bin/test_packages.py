"""Which Debian package is the newest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from steps.packages import newest


@given(st.lists(st.integers(8, 40), min_size=1))
def test_versions_are_compared_as_numbers(majors: list[int]) -> None:
    names = [f"postgresql-{major}-postgis-3" for major in majors]
    assert newest(names) == f"postgresql-{max(majors)}-postgis-3"

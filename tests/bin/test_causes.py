"""What a failed program printed becomes a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steps.causes import advice, tail


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("npm error code ENOSPC", "disk"),
        ("OSError: [Errno 28] No space left on device", "disk"),
        ("npm error code ENOTFOUND", "registry"),
        ("W: Failed to fetch: Temporary failure resolving 'mirror'", "registry"),
        ("error: client error (Connect): dns error", "registry"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "locked"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "wait"),
        ("EACCES: permission denied, Permission denied", "user"),
    ],
)
def test_known_causes_say_how_to_mend_them(output: str, word: str) -> None:
    said = advice(f"line before\n{output}\nline after")
    assert said is not None
    assert word in said


def test_an_unknown_cause_is_not_guessed() -> None:
    assert advice("SyntaxError: invalid syntax") is None


def test_a_full_disk_explains_more_than_the_failed_download_it_caused() -> None:
    said = advice("Failed to fetch a.deb\nwrite: No space left on device")
    assert said is not None
    assert "disk" in said


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)))
def test_the_tail_is_the_last_lines_indented_and_not_too_wide(lines: list[str]) -> None:
    shown = tail("\n".join(lines), lines=3).splitlines()
    assert shown == [f"    {line[:160]}" for line in lines[-3:]]

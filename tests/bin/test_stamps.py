"""A step is done again exactly when something it depends on changed."""

from __future__ import annotations

from pathlib import Path

from steps.stamps import fingerprint
from tests.bin.conftest import Script


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    assert fingerprint([one, two], below=tmp_path) == fingerprint([two, one, two], below=tmp_path)


def test_contents_names_facts_and_absence_matter(tmp_path: Path) -> None:
    file = tmp_path / "file"
    marks = [fingerprint([file], below=tmp_path)]
    file.write_text("")
    marks.append(fingerprint([file], below=tmp_path))
    file.write_text("changed")
    marks.append(fingerprint([file], below=tmp_path))
    marks.append(fingerprint([file], "fact", below=tmp_path))
    marks.append(fingerprint([file.rename(tmp_path / "renamed")], below=tmp_path))
    assert len(set(marks)) == len(marks)


def test_contents_do_not_run_into_each_other(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("ab")
    two.write_text("c")
    before = fingerprint([one, two], below=tmp_path)
    one.write_text("a")
    two.write_text("bc")
    assert fingerprint([one, two], below=tmp_path) != before
    assert fingerprint([], "ab", "c") != fingerprint([], "a", "bc")


def test_a_stamp_is_remembered_by_the_next_script(script: Script) -> None:
    show = "import steps; from steps import stamps; print(stamps.current('a', '1'))"
    assert script(show).stdout == "False\n"
    script("import steps; from steps import stamps; stamps.set_current('a', '1')")
    assert script(show).stdout == "True\n"
    script("import steps; from steps import stamps; stamps.set_current('a', '2')")
    assert script(show).stdout == "False\n"

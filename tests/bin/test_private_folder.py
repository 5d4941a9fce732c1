"""Where the cluster and its socket may lie."""

from __future__ import annotations

import os
import pwd
import shutil
import stat
from pathlib import Path

import pytest

from steps import private_folder
from steps.account import Account
from steps.failure import Stop


@pytest.fixture
def me() -> Account:
    entry = pwd.getpwuid(os.getuid())
    return Account(entry.pw_uid, entry.pw_gid, entry.pw_name)


@pytest.fixture
def somebody_else() -> Account:
    return Account(os.getuid() + 1, os.getgid(), "somebody else")


def test_it_is_for_one_account_only(tmp_path: Path, me: Account) -> None:
    folder = private_folder.private(tmp_path / "new", me)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    folder.chmod(0o755)
    private_folder.private(folder, me)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_of_another_account_is_refused(tmp_path: Path, somebody_else: Account) -> None:
    with pytest.raises(Stop, match="belongs to another user than somebody else"):
        private_folder.private(tmp_path, somebody_else)


def test_a_link_to_ones_own_folder_is_refused(tmp_path: Path, me: Account) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "mine")
    with pytest.raises(Stop, match="belongs to another user"):
        private_folder.private(tmp_path / "link", me)


def test_a_place_that_cannot_be_written_is_a_sentence(tmp_path: Path, me: Account) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Stop, match="Cannot make the folder"):
        private_folder.private(tmp_path / "file" / "below", me)


def test_the_socket_lies_beside_the_data(tmp_path: Path, me: Account) -> None:
    assert private_folder.for_socket(tmp_path, me) == tmp_path / "socket"


@pytest.mark.parametrize("name", ["long" * 25, "\u7f51\u683c" * 20, "with,comma"])
def test_the_socket_moves_where_its_address_is_possible(
    tmp_path: Path, me: Account, name: str
) -> None:
    home = tmp_path / name / "pg"
    home.mkdir(parents=True)
    folder = private_folder.for_socket(home, me)
    try:
        assert len(os.fsencode(folder / ".s.PGSQL.5432")) <= 107
        assert "," not in str(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        shutil.rmtree(folder)

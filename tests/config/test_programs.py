"""Which installed PostgreSQL is used."""

from __future__ import annotations

from pathlib import Path

from wangge.config.database.programs import EXTENSIONS, installed


def install(prefix: Path, major: str, *extensions: str) -> None:
    programs = prefix / "lib/postgresql" / major / "bin"
    programs.mkdir(parents=True)
    (programs / "initdb").touch()
    folder = prefix / "share/postgresql" / major / "extension"
    folder.mkdir(parents=True)
    for name in extensions:
        (folder / f"{name}.control").touch()


def test_the_newest_with_every_extension_comes_first(tmp_path: Path) -> None:
    install(tmp_path, "9", *EXTENSIONS)
    install(tmp_path, "15", *EXTENSIONS)
    install(tmp_path, "17", *EXTENSIONS[1:])
    install(tmp_path, "old", *EXTENSIONS)
    found = installed(tmp_path)
    assert [one.major for one in found] == [15, 9]
    assert found[0].program("psql") == tmp_path / "lib/postgresql/15/bin/psql"


def test_a_client_alone_is_no_server(tmp_path: Path) -> None:
    (tmp_path / "lib/postgresql/15/bin").mkdir(parents=True)
    assert installed(tmp_path) == []

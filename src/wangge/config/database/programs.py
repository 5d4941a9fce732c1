"""Finds the installed PostgreSQL programs that come with PostGIS. Standard library only."""

from dataclasses import dataclass
from pathlib import Path

EXTENSIONS = ("postgis", "btree_gist", "pg_trgm")


@dataclass(frozen=True, slots=True)
class Postgres:
    """One installed major version and the folder of its programs."""

    major: int
    folder: Path

    def program(self, name: str) -> Path:
        """The path of ``psql``, ``initdb``, ``pg_ctl`` …"""
        return self.folder / name


def installed(prefix: Path = Path("/usr")) -> list[Postgres]:
    """Every version whose server and extensions are all there, newest first.

    The layout is Debian's: ``lib/postgresql/<major>/bin`` and ``share/postgresql/<major>``.
    """
    found = [
        Postgres(int(initdb.parents[1].name), initdb.parent)
        for initdb in prefix.glob("lib/postgresql/*/bin/initdb")
        if initdb.parents[1].name.isdecimal()
    ]
    complete = [one for one in found if _has_extensions(prefix, one.major)]
    return sorted(complete, key=lambda one: one.major, reverse=True)


def _has_extensions(prefix: Path, major: int) -> bool:
    folder = prefix / "share/postgresql" / str(major) / "extension"
    return all((folder / f"{name}.control").exists() for name in EXTENSIONS)

"""Taking in a file of the county's: as it is if it is tiles already, else cut into tiles."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wangge.insight.maps.adapters.imagery.raster import open_aerial
from wangge.insight.maps.adapters.imagery.sets import PUBLIC, SUFFIX, folder, read_set
from wangge.insight.maps.adapters.imagery.writing import write_set
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

_KEY: Final = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Wishes:
    """How a file is to be known: key in addresses, name on the map, whether everybody may see it.

    `crs` and `deepest` (zoom) are taken from the file where they are not given.
    """

    key: str
    name: str
    credit: str = ""
    public: bool = False
    crs: str = ""
    deepest: int | None = None


def load(path: Path, wishes: Wishes, progress: Callable[[int], None] = lambda count: None) -> None:
    """Put a file among the sets under its key, over what is there. Invalid says what is wrong."""
    if not _KEY.fullmatch(wishes.key):
        raise Invalid(Message("imagery.wrong.key", key=wishes.key))
    if not path.is_file():
        raise Invalid(Message("imagery.wrong.no_file", file=str(path)))
    target = folder() / f"{wishes.key}{SUFFIX}"
    if path.suffix == SUFFIX:
        _take_over(path, target, wishes)
        return
    aerial = open_aerial(path, wishes.crs)
    deepest = aerial.natural_zoom if wishes.deepest is None else wishes.deepest
    write_set(
        target,
        aerial.sample,
        box=aerial.box,
        deepest=deepest,
        metadata=_said(wishes),
        progress=progress,
    )


def remove(key: str) -> bool:
    """Take a set away; False if there is none."""
    path = folder() / f"{key}{SUFFIX}"
    if not _KEY.fullmatch(key) or not path.exists():
        return False
    path.unlink()
    return True


def _take_over(path: Path, target: Path, wishes: Wishes) -> None:
    try:
        read_set(path)
    except (ValueError, sqlite3.Error) as error:
        raise Invalid(Message("imagery.wrong.no_pictures", file=path.name)) from error
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.new")
    shutil.copyfile(path, fresh)
    with closing(sqlite3.connect(fresh)) as file:
        file.execute("CREATE TEMP TABLE said (name text, value text)")
        file.executemany("INSERT INTO said VALUES (?, ?)", _said(wishes).items())
        file.execute("DELETE FROM metadata WHERE name IN (SELECT name FROM said)")
        file.execute("INSERT INTO metadata SELECT name, value FROM said")
        file.commit()
    fresh.replace(target)


def _said(wishes: Wishes) -> dict[str, str]:
    said = {"name": wishes.name, "attribution": wishes.credit}
    return {**said, PUBLIC: "1" if wishes.public else "0"}

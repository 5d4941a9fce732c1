"""Folders that only one account may read, in places that account can reach."""

import os
import stat
from pathlib import Path

from steps.account import Account
from steps.failure import Stop
from steps.places import CHECKOUT_KEY

# sockaddr_un.sun_path holds 108 bytes with the closing zero.
_SOCKET_PATH_LIMIT = 107
_SOCKET_NAME = "/.s.PGSQL.5432"


def for_cluster(wanted: Path, account: Account) -> Path:
    """``wanted``, or a folder under /var/tmp when the account cannot reach ``wanted``."""
    wanted.parent.mkdir(parents=True, exist_ok=True)
    if account.can_enter(wanted.parent):
        return private(wanted, account)
    fallback = private(Path("/var/tmp") / f"wangge-{CHECKOUT_KEY}", account)  # noqa: S108
    return private(fallback / wanted.name, account)


def for_socket(home: Path, account: Account) -> Path:
    """A folder for the socket inside ``home``, or a short one in /tmp when that cannot be.

    The limit is the kernel's; a comma separates hosts in a database address.
    """
    wanted = home / "socket"
    length = len(os.fsencode(wanted)) + len(_SOCKET_NAME)
    if length <= _SOCKET_PATH_LIMIT and "," not in str(wanted):
        return private(wanted, account)
    return private(Path("/tmp") / f"wangge-{CHECKOUT_KEY}-{home.name}", account)  # noqa: S108


def private(folder: Path, account: Account) -> Path:
    """Make a folder of mode 0700 for the account; refuse one that belongs to another."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        _refuse_foreign(folder, account)
    except OSError as error:
        raise Stop(f"Cannot make the folder {folder}: {error.strerror}.") from error
    else:
        if not account.is_me:
            os.chown(folder, account.uid, account.gid)
    return folder


def _refuse_foreign(folder: Path, account: Account) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != account.uid:
        raise Stop(
            f"{folder} belongs to another user than {account.name}, who runs the database here."
            " Start as the user who started first, or remove that folder."
        )
    if found.st_mode & 0o077:
        folder.chmod(0o700)

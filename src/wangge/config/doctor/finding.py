"""What the doctor says about one thing, and the rules by which it judges."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from wangge.config.database.programs import EXTENSIONS
from wangge.config.database.roles import ROLES
from wangge.lib.message import Message, Param

LEAST_PYTHON = (3, 11)
LEAST_FREE_BYTES = 2 * 1024**3
# procrastinate's worker writes its heartbeat every ten seconds.
WORKER_MAY_BE_SILENT = timedelta(minutes=1)
_OTHERS_MAY = 0o077


class Verdict(Enum):
    """How much it matters."""

    GOOD = "good"
    NOTE = "note"  # works without it, less well or not in every mode
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict and the words for it; what is not good says how to mend it."""

    verdict: Verdict
    message: Message


def good(code: str, **params: Param) -> Finding:
    """Everything is as it should be."""
    return Finding(Verdict.GOOD, Message(f"doctor.{code}", **params))


def note(code: str, **params: Param) -> Finding:
    """Not needed by everybody."""
    return Finding(Verdict.NOTE, Message(f"doctor.{code}", **params))


def bad(code: str, **params: Param) -> Finding:
    """The platform does not work properly until this is mended."""
    return Finding(Verdict.BAD, Message(f"doctor.{code}", **params))


def python(version: tuple[int, int, int]) -> Finding:
    """The Python that runs this."""
    said = ".".join(map(str, version))
    if version[:2] < LEAST_PYTHON:
        return bad("python.old", version=said, least=".".join(map(str, LEAST_PYTHON)))
    return good("python.good", version=said)


def disk(free: int) -> Finding:
    """Free bytes where the state of the installation lies."""
    if free < LEAST_FREE_BYTES:
        return bad("disk.low", free=f"{free / 1024**3:.1f}", least=str(LEAST_FREE_BYTES // 1024**3))
    return good("disk.good", free=f"{free / 1024**3:.0f}")


def key_file(path: str, mode: int | None) -> Finding:
    """The file that seals phone and ID numbers; ``mode`` is ``st_mode``, None if there is none."""
    if mode is None:
        return bad("key.missing", path=path)
    if mode & _OTHERS_MAY:
        return bad("key.open", path=path)
    return good("key.good", path=path)


def extensions(present: set[str]) -> Finding:
    """What is installed in the database."""
    lacking = tuple(name for name in EXTENSIONS if name not in present)
    return bad("extensions.missing", names=lacking) if lacking else good("extensions.good")


def roles(account: str, takeable: set[str]) -> Finding:
    """Whether the connecting account may take what it needs.

    One that is itself a role needs no other; one that is shared needs all three.
    """
    names = {role.name for role in ROLES.values()}
    wanted = {account} if account in names else names
    lacking = tuple(sorted(wanted - takeable))
    return bad("roles.missing", names=lacking) if lacking else good("roles.good")


def leakproof(marked: bool) -> Finding:
    """Whether maps and the cases of a unit may use their indexes under row-level security."""
    return good("leakproof.good") if marked else note("leakproof.missing")


def migrations(pending: int) -> Finding:
    """How many migrations have not been applied."""
    return bad("migrations.pending", count=pending) if pending else good("migrations.good")


def worker(silent_for: timedelta | None) -> Finding:
    """How long ago the newest worker gave a sign of life; None if none ever did."""
    if silent_for is None:
        return bad("worker.missing")
    if silent_for > WORKER_MAY_BE_SILENT:
        return bad("worker.silent", minutes=int(silent_for.total_seconds() // 60))
    return good("worker.good")

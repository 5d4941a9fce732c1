"""Turns what a failed program printed into a sentence that says how to mend it."""

from collections.abc import Sequence

DISK_FULL = "The disk is full: free some space (about 3 GB are needed) and start again."

_KNOWN: Sequence[tuple[tuple[str, ...], str]] = (
    (("No space left on device", "ENOSPC", "Disk quota exceeded"), DISK_FULL),
    (
        ("HASHES DO NOT MATCH", "DO NOT MATCH THE HASHES", "hash mismatch", "EINTEGRITY"),
        "A downloaded package is not the one that was locked, and nothing was installed from it:"
        " look at which registry or mirror this machine uses.",
    ),
    (
        (
            "Temporary failure in name resolution",
            "Temporary failure resolving",
            "Could not resolve",
            "dns error",
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ETIMEDOUT",
            "Connection refused",
            "connection refused",
            "timed out",
            "Network is unreachable",
            "error sending request",
            "Unable to fetch",
            "Failed to fetch",
            "No matching distribution found",
        ),
        "The package registry cannot be reached or does not have what is needed: look at the"
        " network and proxy settings (http_proxy, https_proxy) and start again; what is already"
        " there is kept.",
    ),
    (
        ("Could not get lock", "Unable to acquire the dpkg"),
        "Another program is installing packages: wait until it has finished and start again.",
    ),
    (
        ("Permission denied", "EACCES", "Read-only file system"),
        "This user may not write there: start as the user who owns this folder.",
    ),
)


def advice(output: str) -> str | None:
    """A sentence on the cause, if the output shows one that is known."""
    return next((said for signs, said in _KNOWN if any(sign in output for sign in signs)), None)


def tail(output: str, lines: int = 12) -> str:
    """The last lines, indented and cut to the width of a wide terminal."""
    return "\n".join(f"    {line[:160]}" for line in output.strip().splitlines()[-lines:])

"""Sealing and opening personal values with the county's key ring (kept outside the database)."""

from functools import cache

from django.conf import settings

from wangge.lib.sealing import KeyRing


@cache
def key_ring() -> KeyRing:
    """The keys of this installation; made on first use, mode 0600.

    Of two processes that find none, one makes the file and the other reads it.
    """
    path = settings.SEALING_KEY_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return KeyRing.create(path)
    except FileExistsError:
        return KeyRing.load(path)


def sealed_phone(phone: str) -> dict[str, bytes | None]:
    """The two columns of a phone number: sealed, and a digest for exact search; both None without one."""
    if not phone:
        return {"phone": None, "phone_digest": None}
    ring = key_ring()
    return {"phone": ring.seal(phone, context=b"phone"), "phone_digest": ring.digest(phone)}


def opened_phone(sealed: bytes | memoryview | None) -> str:
    """The number in the clear. The caller has recorded why it is opened."""
    return key_ring().open(bytes(sealed), context=b"phone") if sealed else ""

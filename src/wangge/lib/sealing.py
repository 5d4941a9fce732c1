"""Sealing: values that are stored encrypted, and the digests by which they are found again.

A sealed value is ``algorithm (1 byte) | key id (2 bytes) | nonce (12 bytes) | ciphertext and
tag``. It is bound to a context (which column of which row), so that it cannot be moved to
another. The keys live in a file outside the database. New values take the current key; older
keys stay to open what they sealed. The index key is not rotated: digests would no longer match.

Nonces and keys always come from the operating system: a repeatable nonce would break the seal.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wangge.lib.typed_text import compact

_AES_256_GCM: Final = 1
_HEADER: Final = 3
_NONCE: Final = 12
_KEY: Final = 32
_LAST_KEY_ID: Final = 0xFFFF
_EXACT: Final = (
    b"exact\0"  # what a digest is for goes into it: another kind would find nothing here
)


class BrokenSeal(Exception):  # noqa: N818 - the name is the house's word for it
    """A sealed value was altered, moved to another context, or its key is not in the ring."""


class UnsafeKeyFile(Exception):  # noqa: N818 - as above
    """The key file is malformed or can be read by others than its owner."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The keys of one deployment; their values never show in its representation."""

    current: int
    _keys: Mapping[int, bytes] = field(repr=False)
    _index_key: bytes = field(repr=False)

    @classmethod
    def create(cls, path: Path) -> KeyRing:
        """A new ring, written to ``path`` (mode 0600). FileExistsError if there is a file."""
        ring = cls(1, {1: secrets.token_bytes(_KEY)}, secrets.token_bytes(_KEY))
        _write_new(path, ring._to_json())
        return ring

    @classmethod
    def load(cls, path: Path) -> KeyRing:
        """The ring in ``path``. UnsafeKeyFile if others may read it or it is malformed."""
        if path.stat().st_mode & 0o077:
            raise UnsafeKeyFile(f"{path} must be readable by its owner alone (mode 0600)")
        try:
            data = json.loads(path.read_text(encoding="ascii"))
            keys = {int(key_id): b64decode(key) for key_id, key in data["keys"].items()}
            ring = cls(data["current"], keys, b64decode(data["index_key"]))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise UnsafeKeyFile(f"{path} is not a key file") from error
        if ring.current not in keys or {len(key) for key in (*keys.values(), ring._index_key)} != {
            _KEY
        }:
            raise UnsafeKeyFile(f"{path} lacks a key or holds a short one")
        return ring

    def rotate(self, path: Path) -> KeyRing:
        """A ring with one more key, from now on the current one; replaces the file as a whole."""
        newest = max(self._keys) + 1
        if newest > _LAST_KEY_ID:
            raise OverflowError("the key ids are used up")
        ring = KeyRing(newest, {**self._keys, newest: secrets.token_bytes(_KEY)}, self._index_key)
        fresh = path.with_name(path.name + ".new")
        _write_new(fresh, ring._to_json())
        fresh.replace(path)
        return ring

    def seal(self, text: str, *, context: bytes) -> bytes:
        """``text`` encrypted with the current key and bound to ``context``."""
        header = bytes([_AES_256_GCM]) + self.current.to_bytes(2, "big")
        nonce = secrets.token_bytes(_NONCE)
        cipher = AESGCM(self._keys[self.current])
        return header + nonce + cipher.encrypt(nonce, text.encode(), header + context)

    def open(self, sealed: bytes, *, context: bytes) -> str:
        """The text that was sealed in this context. BrokenSeal if that cannot be told."""
        header, nonce = sealed[:_HEADER], sealed[_HEADER : _HEADER + _NONCE]
        key = self._keys.get(key_id_of(sealed))
        if key is None:
            raise BrokenSeal("sealed with a key that is not in the ring")
        try:
            text = AESGCM(key).decrypt(nonce, sealed[_HEADER + _NONCE :], header + context)
        except (InvalidTag, ValueError):
            raise BrokenSeal("altered, or sealed in another context") from None
        return text.decode()

    def digest(self, text: str) -> bytes:
        """32 bytes by which equal values are found; typed variants of a number are equal."""
        return hmac.digest(self._index_key, _EXACT + compact(text).encode(), hashlib.sha256)

    def _to_json(self) -> str:
        keys = {str(key_id): b64encode(key).decode() for key_id, key in self._keys.items()}
        index_key = b64encode(self._index_key).decode()
        return json.dumps({"current": self.current, "keys": keys, "index_key": index_key}, indent=1)


def key_id_of(sealed: bytes) -> int:
    """The id of the key a value was sealed with. BrokenSeal if it is no sealed value."""
    if len(sealed) <= _HEADER + _NONCE or sealed[0] != _AES_256_GCM:
        raise BrokenSeal("not a sealed value")
    return int.from_bytes(sealed[1:_HEADER], "big")


def _write_new(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())

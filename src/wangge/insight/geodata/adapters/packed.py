"""Zip files: looked into without trust. What they hold is taken by name and size, never by path."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from wangge.insight.geodata.rules.layers import UnreadableGeodata
from wangge.insight.geodata.rules.limits import MOST_UNPACKED
from wangge.lib.message import Message

_MOST_MEMBERS = 5000
_ENCRYPTED = 0x1
_NAME_IS_UTF8 = 0x800
# what the reader of zips raises for a file that is cut off or forged; it has no kind of its own
_DAMAGED = (
    *(BadZipFile, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, zlib.error),
)


def members_of(content: bytes) -> dict[str, ZipInfo]:
    """The files of a zip by name. UnreadableGeodata if it is cut off, locked, or a bomb."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            members = [each for each in packed.infolist() if not each.is_dir()]
    except _DAMAGED as error:
        raise UnreadableGeodata(Message("geodata.file.zip_broken")) from error
    if any(each.flag_bits & _ENCRYPTED for each in members):
        raise UnreadableGeodata(Message("geodata.file.zip_locked"))
    # A member never yields more than its entry says, so the sum of the entries is the whole.
    grown = sum(each.file_size for each in members)
    if grown > MOST_UNPACKED or len(members) > _MOST_MEMBERS:
        most = MOST_UNPACKED // 2**20
        raise UnreadableGeodata(Message("geodata.file.zip_grows", megabytes=most))
    return {_name_of(each): each for each in members if "__MACOSX" not in each.filename}


def taken_out(content: bytes, member: ZipInfo) -> bytes:
    """The content of one file. UnreadableGeodata if it is damaged."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return packed.read(member)
    except _DAMAGED as error:
        raise UnreadableGeodata(Message("geodata.file.zip_broken")) from error


def _name_of(member: ZipInfo) -> str:
    """The name as its writer meant it: Chinese Windows writes names in GBK without saying so."""
    if member.flag_bits & _NAME_IS_UTF8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename

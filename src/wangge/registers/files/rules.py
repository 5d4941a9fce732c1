"""Which uploads are kept, and for how long if nobody adopts them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Final

from PIL import Image

from wangge.lib.file_kind import FileKind, UnknownFileKind, file_kind, reencode_image
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

MOST_AT_ONCE: Final = 9
"""Files with one move or report."""

ORPHANED_AFTER: Final = timedelta(days=2)
"""A file that was brought and never attached to anything lies this long: a form is finished by then."""

_PDF_END: Final = b"%%EOF"
_PDF_END_WITHIN: Final = 1024  # as readers of PDF look for it


class UnacceptableFile(Invalid):
    """Too large, empty, or not whole."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file as it will be kept, with what the platform found out about it."""

    content: bytes
    kind: FileKind
    width: int | None = None
    height: int | None = None


def recognise(content: bytes, *, most_bytes: int, images_only: bool = False) -> Recognised:
    """What to keep of `content`: an image re-encoded as JPEG, a PDF as it is.

    Raises Invalid (UnacceptableFile, UnknownFileKind, UnreadableImage) with words for the person.
    """
    if not content:
        raise UnacceptableFile(Message("file.empty"))
    if len(content) > most_bytes:
        raise UnacceptableFile(Message("file.too_large", megabytes=most_bytes // 2**20))
    kind = file_kind(content)
    if kind.is_image:
        return _image(content)
    if images_only:
        raise UnknownFileKind(Message("file.not_an_image"))
    return _KEPT_AS_THEY_ARE[kind](content)


def _image(content: bytes) -> Recognised:
    fresh = reencode_image(content)
    with Image.open(BytesIO(fresh)) as image:
        return Recognised(fresh, FileKind.JPEG, image.width, image.height)


def _pdf(content: bytes) -> Recognised:
    """A PDF begins and ends as one; what it contains is never run, see how it is served."""
    if _PDF_END not in content[-_PDF_END_WITHIN:]:
        raise UnacceptableFile(Message("file.pdf_not_whole"))
    return Recognised(content, FileKind.PDF)


_KEPT_AS_THEY_ARE: Final[dict[FileKind, Callable[[bytes], Recognised]]] = {FileKind.PDF: _pdf}

"""The kind of a file by its content, and images from strangers decoded and encoded again.

A file is what its first bytes say, never what its name says. Images are decoded and encoded
again: what was hidden in them (position, camera, other formats) does not survive.
"""

from __future__ import annotations

from enum import Enum
from io import BytesIO
from typing import Final

from PIL import Image, ImageFile, ImageOps

from wangge.lib.invalid import Invalid
from wangge.lib.message import Message

MAX_PIXELS: Final = 60_000_000  # above today's phones, far below what would fill the memory

_READ_AS: Final = ("JPEG", "PNG", "WEBP")


class UnknownFileKind(Invalid):
    """The content is neither JPEG, PNG, WebP nor PDF."""


class UnreadableImage(Invalid):
    """The content begins like an image but cannot be drawn, or would be too large."""


class FileKind(Enum):
    """A kind of file the platform takes in; the value is its media type."""

    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    PDF = "application/pdf"

    @property
    def is_image(self) -> bool:
        """Whether it is an image that can be decoded and encoded again."""
        return self is not FileKind.PDF


def file_kind(content: bytes) -> FileKind:
    """The kind of ``content`` (its first 16 bytes suffice). UnknownFileKind for all others."""
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return FileKind.WEBP
    if content.startswith(b"%PDF-"):
        return FileKind.PDF
    raise UnknownFileKind(Message("file.kind_unknown"))


def reencode_image(content: bytes, max_side: int = 2048, quality: int = 82) -> bytes:
    """The image as a fresh JPEG, upright, at most ``max_side`` pixels on its longer side.

    Nothing but the pixels is kept; transparent ground becomes white; of a moving image the
    first picture is kept; a small image is not enlarged. UnknownFileKind or UnreadableImage if
    it cannot be done.
    """
    if not file_kind(content).is_image:
        raise UnknownFileKind(Message("file.not_an_image"))
    drawn = _drawn(content, max_side)
    fresh = BytesIO()
    drawn.save(fresh, "JPEG", quality=quality, optimize=True)
    return fresh.getvalue()


def _drawn(content: bytes, max_side: int) -> Image.Image:
    # Pillow's switch belongs to the whole process, and WeasyPrint turns it on when it is imported.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with Image.open(BytesIO(content), formats=_READ_AS) as image:
            if image.width * image.height > MAX_PIXELS:
                raise UnreadableImage(Message("file.image_too_large"))
            image.draft("RGB", (max_side, max_side))  # lets JPEG decode at a smaller scale
            upright = ImageOps.exif_transpose(image)
            layer = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
            layer.thumbnail((max_side, max_side))
            return _on_white(layer)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadableImage(Message("file.image_too_large")) from None
    except UnreadableImage:
        raise
    except Exception:  # decoders raise anything on hostile content; all of it means the same
        raise UnreadableImage(Message("file.image_unreadable")) from None


def _on_white(layer: Image.Image) -> Image.Image:
    # a new ground, because a converted image still carries comments and other matter
    ground = Image.new("RGB", layer.size, "white")
    ground.paste(layer, mask=layer.getchannel("A") if layer.mode == "RGBA" else None)
    return ground

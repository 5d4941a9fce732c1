from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from wangge.lib.file_kind import (
    FileKind,
    UnknownFileKind,
    UnreadableImage,
    file_kind,
    reencode_image,
)
from wangge.lib.invalid import Invalid

ORIENTATION, GPS, MAKE = 0x0112, 0x8825, 0x010F


def drawn(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB", **how: object) -> bytes:
    file = BytesIO()
    Image.new(mode, size, "red" if mode != "RGBA" else (255, 0, 0, 0)).save(file, kind, **how)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (drawn("JPEG"), FileKind.JPEG),
        (drawn("PNG"), FileKind.PNG),
        (drawn("WEBP"), FileKind.WEBP),
        (drawn("PDF"), FileKind.PDF),
    ],
)
def test_the_content_tells(content: bytes, kind: FileKind) -> None:
    assert file_kind(content) is file_kind(content[:16]) is kind


@pytest.mark.parametrize(
    "content", [b"", drawn("GIF"), drawn("BMP"), b"<svg/>", b"<html>%PDF-", b"MZ", b"RIFF1234WAVE"]
)
def test_all_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnknownFileKind):
        file_kind(content)
    with pytest.raises(UnknownFileKind):
        reencode_image(content)


def test_a_document_is_not_drawn() -> None:
    with pytest.raises(UnknownFileKind) as refused:
        reencode_image(drawn("PDF"))
    assert refused.value.message.code == "file.not_an_image"


@settings(max_examples=30)
@given(
    st.sampled_from(["JPEG", "PNG", "WEBP"]),
    st.tuples(st.integers(1, 400), st.integers(1, 400)),
    st.integers(16, 300),
)
def test_a_fresh_image_fits(kind: str, size: tuple[int, int], side: int) -> None:
    fresh = opened(reencode_image(drawn(kind, size), side))
    assert fresh.format == "JPEG"
    assert max(fresh.size) <= side
    assert fresh.width <= size[0]
    assert fresh.height <= size[1]
    assert fresh.width == pytest.approx(fresh.height * size[0] / size[1], abs=1 + size[0] / size[1])


def test_nothing_but_the_pixels_is_kept() -> None:
    exif = Image.Exif()
    exif[MAKE] = "a phone"
    exif.get_ifd(GPS)[1] = "N"
    profile = b"\0" * 128
    photo = drawn("JPEG", exif=exif, comment=b"where I live", icc_profile=profile)
    assert b"where I live" in photo
    fresh = reencode_image(photo)
    assert b"where I live" not in fresh
    assert b"a phone" not in fresh
    assert not opened(fresh).getexif()
    assert set(opened(fresh).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"<script>" not in reencode_image(drawn("PNG") + b"<script>")


def test_the_image_stands_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    assert opened(reencode_image(drawn("JPEG", (60, 40), exif=exif))).size == (40, 60)


def test_transparent_ground_becomes_white() -> None:
    fresh = opened(reencode_image(drawn("PNG", mode="RGBA")))
    assert fresh.getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "LA", "I;16"])
def test_all_kinds_of_colour(mode: str) -> None:
    file = BytesIO()
    Image.new(mode, (9, 9)).save(file, "JPEG" if mode == "CMYK" else "PNG")
    assert opened(reencode_image(file.getvalue())).mode == "RGB"


@pytest.mark.parametrize("side", [8_000, 20_000])
def test_a_bomb_is_not_unpacked(side: int) -> None:
    bomb = drawn("PNG", (side, side), mode="1")
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableImage) as refused:
        reencode_image(bomb)
    assert refused.value.message.code == "file.image_too_large"


@settings(max_examples=60)
@given(st.sampled_from(["JPEG", "PNG", "WEBP"]), st.data())
def test_damaged_images_are_drawn_or_refused(kind: str, data: st.DataObject) -> None:
    content = bytearray(drawn(kind))
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(content)))
    try:
        assert opened(reencode_image(bytes(content[:end]))).format == "JPEG"
    except Invalid as refused:
        assert refused.message.code.startswith("file.")

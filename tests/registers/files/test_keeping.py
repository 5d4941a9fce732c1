"""Files: recognised, re-encoded, kept once under their digest, swept when nothing refers to them."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from tests.work.cases.desk import CODE, Desk, picture
from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.doors.jobs import JOBS
from wangge.lib.invalid import Invalid
from wangge.registers.files import queries, tasks  # noqa: F401 - registers its job
from wangge.registers.files.adapters import shelves
from wangge.registers.files.models import StoredFile
from wangge.registers.files.operations import adopt, clear_shelves, forget_orphans, keep
from wangge.registers.files.rules import ORPHANED_AFTER
from wangge.work.cases.operations.answering import attach_to_report

AT = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
LATER = AT + ORPHANED_AFTER + timedelta(hours=1)
CLOCK = Actor.clock("431124")
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path) -> Path:
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT


def adopted(content: bytes, at: datetime = AT) -> StoredFile:
    kept = keep(content, at=at)
    key = door(CLOCK, lambda: adopt(kept, by=CLOCK, at=at))
    return StoredFile.objects.get(pk=key)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_an_image_is_kept_as_a_fresh_jpeg(kind: str) -> None:
    file = adopted(picture(kind=kind, side=50))
    assert (file.media_type, file.width, file.height) == ("image/jpeg", 50, 50)
    content = queries.path_of(file).read_bytes()
    assert len(content) == file.size
    with Image.open(BytesIO(content)) as image:
        assert image.format == "JPEG"


@pytest.mark.django_db
def test_what_a_camera_hid_in_a_picture_is_gone() -> None:
    exif = Image.Exif()
    exif[0x010F] = "secret maker"
    drawn = BytesIO()
    Image.new("RGB", (30, 30)).save(drawn, "JPEG", exif=exif)
    assert b"secret maker" in drawn.getvalue()
    assert b"secret maker" not in queries.path_of(adopted(drawn.getvalue())).read_bytes()


@pytest.mark.django_db
def test_the_same_picture_is_stored_once() -> None:
    first, second = adopted(picture("red")), adopted(picture("red"), at=AT + timedelta(hours=1))
    assert first.pk == second.pk
    assert second.stored_at == AT + timedelta(hours=1)
    assert StoredFile.objects.count() == 1


@pytest.mark.django_db
def test_a_pdf_is_kept_as_it_is_and_never_shown_by_the_browser_itself() -> None:
    file = adopted(PDF)
    assert queries.path_of(file).read_bytes() == PDF
    assert not queries.is_image(file)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"GIF89a...", "file.kind_unknown"),
        (b"<svg onload=alert(1)>", "file.kind_unknown"),
        (picture(side=400)[:120], "file.image_unreadable"),
        (b"\xff\xd8\xff" + b"\0" * 40, "file.image_unreadable"),
        (PDF[:20], "file.pdf_not_whole"),
    ],
)
def test_what_cannot_be_kept_says_why(content: bytes, code: str, shelf: Path) -> None:
    with pytest.raises(Invalid) as invalid:
        keep(content, at=AT)
    assert invalid.value.message.code == code
    assert not shelf.exists()


def test_too_large_is_refused_before_anything_is_drawn(settings: Settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 10
    with pytest.raises(Invalid) as invalid:
        keep(picture(), at=AT)
    assert invalid.value.message.code == "file.too_large"


def test_where_only_a_picture_will_do_a_pdf_is_refused() -> None:
    with pytest.raises(Invalid):
        keep(PDF, at=AT, images_only=True)


def test_files_are_for_the_platform_alone() -> None:
    path = shelves.path_of(keep(picture(), at=AT).digest)
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_bytes_that_nobody_adopted_are_swept_after_a_while() -> None:
    lost, kept = keep(picture("red"), at=AT), keep(picture("blue"), at=AT)
    door(CLOCK, lambda: adopt(kept, by=CLOCK, at=AT))
    assert clear_shelves(at=AT + timedelta(hours=1)) == 0
    assert clear_shelves(at=LATER) == 1
    assert not shelves.path_of(lost.digest).exists()
    assert shelves.path_of(kept.digest).exists()


@pytest.mark.django_db
def test_bytes_brought_again_are_not_swept() -> None:
    keep(picture("red"), at=AT)
    again = keep(picture("red"), at=LATER)
    assert clear_shelves(at=LATER) == 0
    assert shelves.path_of(again.digest).exists()


@pytest.mark.django_db
def test_a_file_that_was_left_half_is_swept(shelf: Path) -> None:
    whole = shelves.path_of(keep(picture("red"), at=LATER).digest)
    half = whole.with_name(".half")
    half.write_bytes(b"half")
    os.utime(half, (AT.timestamp(), AT.timestamp()))
    assert clear_shelves(at=LATER) == 1
    assert [path.name for path in whole.parent.iterdir()] == [whole.name]


@pytest.mark.django_db
def test_a_row_that_nothing_points_to_goes_and_its_bytes_follow_in_the_next_sweep() -> None:
    file = adopted(picture("red"), at=datetime(2020, 1, 1, tzinfo=UTC))
    JOBS["files.sweep_orphans"]()
    assert not StoredFile.objects.filter(pk=file.pk).exists()
    assert shelves.path_of(file.digest).exists()
    JOBS["files.sweep_orphans"]()
    assert not shelves.path_of(file.digest).exists()


@pytest.mark.django_db
def test_a_photo_of_a_case_stays() -> None:
    desk = Desk(AT)
    desk.report(query_code=CODE)
    photo = desk.photo("reporter")
    desk.through("reporter", lambda by: attach_to_report(desk.case_id, [photo], by=by, at=desk.at))
    much_later = LATER + timedelta(days=30)
    assert door(CLOCK, lambda: forget_orphans(by=CLOCK, at=much_later)) == 0
    assert clear_shelves(at=much_later) == 0

"""Photos with a move: taken in, refused in words, kept through a refusal, handed out by sight."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from pytest_django import Settings

from tests.interfaces.console.officers import Officer, address, desk_of_today, text_of
from tests.work.cases.desk import Desk, picture
from wangge.registers.files.adapters import shelves
from wangge.registers.files.models import StoredFile
from wangge.registers.files.rules import MOST_AT_ONCE
from wangge.work.cases.models import CaseFile

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7\ntrailer\n<<>>\n%%EOF\n"
DONE = {"closing": "settled", "words": "已修好"}


@pytest.fixture(autouse=True)
def shelf(settings: Settings, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path / "files"


@pytest.fixture
def desk() -> Desk:
    desk = desk_of_today()
    desk.at_work()
    return desk


@pytest.fixture
def head() -> Officer:
    return Officer.signed_in("village_land_head")


def upload(content: bytes, name: str = "IMG_0001.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/jpeg")


def files_of(desk: Desk) -> list[CaseFile]:
    rows = CaseFile.objects.filter(case=desk.case_id).select_related("file").order_by("id")
    return desk.ask(lambda: list(rows))


def marks(response: HttpResponse) -> list[str]:
    return re.findall(r'name="after_photo_taken" value="([^"]+)"', text_of(response))


def test_several_photos_come_with_a_move(desk: Desk, head: Officer) -> None:
    shown = text_of(head.get(address(desk, "complete")))
    assert 'enctype="multipart/form-data"' in shown
    assert re.search(r'<input[^>]*name="after_photo"[^>]* multiple', shown)
    photos = [upload(picture("red")), upload(picture("blue")), upload(PDF, "bill.pdf")]
    assert head.move(desk, "complete", after_photo=photos, **DONE).status_code == 302
    kept = files_of(desk)
    assert sorted(each.file.media_type for each in kept) == [
        "application/pdf",
        "image/jpeg",
        "image/jpeg",
    ]
    assert {each.role for each in kept} == {"after"}


def test_the_same_photo_twice_is_one_file(desk: Desk, head: Officer) -> None:
    photos = [upload(picture("red")), upload(picture("red"))]
    head.move(desk, "complete", after_photo=photos, **DONE)
    assert len(files_of(desk)) == 1
    assert StoredFile.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (picture(side=300)[:100], "图片无法打开"),
        (b"", "文件是空的"),
        (b"GIF89a" + b"\0" * 40, "只能上传"),
        (b"<html><script>alert(1)</script>", "只能上传"),
        (PDF[:12], "PDF"),
        (b"\xff\xd8\xff" + bytes(range(256)), "图片无法打开"),
    ],
    ids=["truncated", "empty", "wrong kind", "a page", "half a PDF", "only begins like one"],
)
def test_a_bad_upload_is_an_error_at_its_field(
    desk: Desk, head: Officer, content: bytes, words: str
) -> None:
    made = head.move(desk, "complete", after_photo=[upload(content)], **DONE)
    assert made.status_code == 422
    assert 'id="complete-do-after_photo-error"' in text_of(made)
    assert words in text_of(made)
    assert desk.case.state == "handling"
    assert StoredFile.objects.count() == 0


def test_an_upload_over_the_limit_is_an_error_at_its_field(
    desk: Desk, head: Officer, settings: Settings
) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1_048_576
    big = picture() + b"\0" * 1_048_576
    made = head.move(desk, "complete", after_photo=[upload(big)], **DONE)
    assert made.status_code == 422
    assert "1 MB" in text_of(made)


def test_more_files_than_may_come_at_once(desk: Desk, head: Officer) -> None:
    many = [upload(picture(f"#0000{n:02d}")) for n in range(MOST_AT_ONCE + 1)]
    assert head.move(desk, "complete", after_photo=many, **DONE).status_code == 422


def test_a_missing_photo_is_asked_for(desk: Desk, head: Officer) -> None:
    made = head.move(desk, "complete", **DONE)
    assert made.status_code == 422
    assert 'id="complete-do-after_photo-error"' in text_of(made)


def test_good_photos_outlive_a_refused_form(desk: Desk, head: Officer) -> None:
    photos = [upload(picture("red")), upload(b"nonsense")]
    refused = head.move(desk, "complete", after_photo=photos, **DONE)
    (mark,) = marks(refused)
    assert StoredFile.objects.count() == 0
    made = head.move(desk, "complete", after_photo_taken=mark, **DONE)
    assert made.status_code == 302
    assert len(files_of(desk)) == 1


def test_a_mark_is_good_for_nobody_else_and_cannot_be_made_up(desk: Desk, head: Officer) -> None:
    (mark,) = marks(head.move(desk, "complete", after_photo=[upload(picture("red"))]))
    other = Officer.signed_in("station_head")
    desk.complete("village_land_head")
    made = other.move(desk, "verify_fail", words="不亮", photo_taken=[mark, "made-up"])
    assert made.status_code == 302
    assert [each.role for each in files_of(desk)] == ["after"]


def test_a_photo_is_handed_out_to_everybody_who_sees_the_case(desk: Desk, head: Officer) -> None:
    head.move(desk, "complete", after_photo=[upload(picture("red"), "甲居民.jpg")], **DONE)
    (file,) = files_of(desk)
    place = f"/console/cases/{desk.number}/files/{file.pk}"
    shown = head.get(place)
    assert shown.status_code == 200
    assert shown.content == shelves.path_of(file.file.digest).read_bytes()
    assert shown["Content-Type"] == "image/jpeg"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert shown["Content-Security-Policy"] == "sandbox"
    assert shown["Cache-Control"] == "private, no-cache"
    assert "甲" not in shown.get("Content-Disposition", "")
    again = head.get(place, If_None_Match=shown["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert place in text_of(head.get(f"/console/cases/{desk.number}"))


def test_a_pdf_is_only_saved(desk: Desk, head: Officer) -> None:
    head.move(desk, "complete", after_photo=[upload(PDF)], **DONE)
    (file,) = files_of(desk)
    shown = head.get(f"/console/cases/{desk.number}/files/{file.pk}")
    assert shown["Content-Disposition"].startswith("attachment")


def test_a_file_is_hidden_with_its_case(desk: Desk, head: Officer) -> None:
    head.move(desk, "complete", after_photo=[upload(picture("red"))], **DONE)
    (file,) = files_of(desk)
    place = f"/console/cases/{desk.number}/files/{file.pk}"
    assert Officer.signed_in("sibling_head").get(place).status_code == 404
    other = desk_of_today()
    other.report(query_code="A3CDEFGJ")
    wrong_case = f"/console/cases/{other.number}/files/{file.pk}"
    assert head.get(wrong_case).status_code == 404
    assert Officer.signed_in("station_head").get(wrong_case).status_code == 404


def test_a_lost_file_is_not_found(desk: Desk, head: Officer) -> None:
    head.move(desk, "complete", after_photo=[upload(picture("red"))], **DONE)
    (file,) = files_of(desk)
    shelves.path_of(file.file.digest).unlink()
    assert head.get(f"/console/cases/{desk.number}/files/{file.pk}").status_code == 404

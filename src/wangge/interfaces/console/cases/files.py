"""Handing out the photos and documents of a case to everybody who may read the case."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_GET

from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.files import queries as files
from wangge.registers.files.models import StoredFile
from wangge.work.cases.queries.contents import file_of
from wangge.work.cases.queries.sight import case_by_number


@require_GET
@signed_in()
def case_file(request: Request, number: str, file: UUID) -> HttpResponse:
    """A file of a case. The browser asks every time, so that permission is checked every time."""
    case = case_by_number(number, request.actor)
    found = file_of(case, file)
    if found is None:
        raise Refusal.not_found(Message("file.thing"))
    stored = found.file
    etag = f'"{stored.digest}"'
    if etag in parse_etags(request.headers.get("If-None-Match", "")):
        return _guarded(HttpResponseNotModified(), etag)
    response = HttpResponse(files.path_of(stored).read_bytes(), content_type=stored.media_type)
    response["Content-Disposition"] = _disposition(stored, case.number)
    return _guarded(response, etag)


def _disposition(stored: StoredFile, number: str) -> str:
    """Images are shown, everything else is only saved; the file name reveals nobody."""
    shown = files.is_image(stored)
    return content_disposition_header(not shown, number) or "inline"


def _guarded(response: HttpResponse, etag: str) -> HttpResponse:
    """A stranger's file can run nothing, passes for no other type, and no shared cache keeps it."""
    response["ETag"] = etag
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response

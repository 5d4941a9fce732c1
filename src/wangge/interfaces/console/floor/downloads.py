"""A file to save, not to show."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from wangge.insight.lists.rules.forms import Form


def attached(content: bytes, form: Form, name: str) -> HttpResponse:
    """The content under a name in any script; no cache keeps it."""
    response = HttpResponse(content, content_type=form.media_type)
    file_name = f"{name}.{form.value}"
    response["Content-Disposition"] = content_disposition_header(True, file_name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response

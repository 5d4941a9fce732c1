"""From what a program reports to the report that the law takes in."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.gis.geos import Point

from wangge.interfaces.api.requests import NewCase
from wangge.lib import phone_number, query_code
from wangge.lib.area_code import Level
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message
from wangge.lib.person_name import normalise_name
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.work.cases.operations import Filing
from wangge.work.cases.rules.categories import categories

_SRID = 4490  # CGCS2000


def filing_of(said: NewCase, *, code: str) -> Filing:
    """The report. Refused (422) where a place, category, phone number or code does not exist or fit.

    `code` is the query code if the program sent none.
    """
    wrong: dict[str, Message] = {}
    category = categories().get(said.category)
    if category is None:
        wrong["category"] = Message("case.report.category_missing")
    if not areas.names_of([said.area]):
        wrong["area"] = Message("api.wrong.no_such_place")
    grid = None
    if said.group is not None:
        grid = areas.grid_of_group(said.area[: Level.VILLAGE], said.group)
        if grid is None or not grid.startswith(said.area):
            wrong["group"] = Message("api.wrong.no_such_group")
    phone = _read(wrong, "phone", lambda: _phone(said.phone))
    kept_code = _read(wrong, "query_code", lambda: query_code.normalise(said.query_code or code))
    if wrong or category is None:
        raise Refusal.invalid(wrong)
    contact = said.handler_may_contact
    return Filing(
        words=said.words,
        category=said.category,
        area_code=grid or said.area,
        query_code=kept_code,
        handler_may_contact=category.contact_preset if contact is None else contact,
        channel=said.channel,
        group_number=said.group,
        place_words=said.place_words,
        point=_point(said),
        name=normalise_name(said.name),
        phone=phone,
        occurred_at=said.occurred_at,
        complained_of=tuple(said.complained_of),
    )


def _read(wrong: dict[str, Message], field: str, read: Callable[[], str]) -> str:
    try:
        return read()
    except Invalid as error:
        wrong[field] = error.message
        return ""


def _phone(typed: str) -> str:
    return phone_number.normalise(typed, allow_synthetic=settings.DEMO) if typed.strip() else ""


def _point(said: NewCase) -> Point | None:
    return Point(said.point.longitude, said.point.latitude, srid=_SRID) if said.point else None

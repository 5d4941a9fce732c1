"""What the pages and the API show of a case, and say may be done with it, at a desk's own time."""

from __future__ import annotations

import re

from django.http import HttpRequest
from django.test import RequestFactory

from tests.work.cases.desk import Desk
from wangge.access.actor import Actor
from wangge.interfaces.api.cases import show_case
from wangge.interfaces.console.cases.page import case_page
from wangge.interfaces.portal.own_moves import own_moves
from wangge.interfaces.portal.story import story
from wangge.work.cases.rules.move_codes import MoveCode, Stage

Open = set[tuple[MoveCode, Stage]]


def on_the_page(desk: Desk, by: Actor) -> Open:
    """The moves whose forms the console's page of the case leads to."""
    drawn = case_page(_visit(desk, by), desk.number).content.decode()
    found = re.findall(r"/moves/([a-z_]+)/([a-z]+)", drawn)
    return {(MoveCode(code), Stage(stage)) for code, stage in found}


def in_the_api(desk: Desk, by: Actor) -> Open:
    """The moves that the API offers to a program of the same person."""
    told = show_case(_visit(desk, by), desk.number)
    return {(each.move, each.stage) for each in told.moves}


def to_the_reporter(desk: Desk, by: Actor) -> tuple[list[str], Open]:
    """What the reporter's page tells, the latest first, and the moves it offers."""
    case = desk.seen_by(by)
    told = [str(entry.did) for entry in story(case)]
    return told, {(MoveCode(each.code), Stage.DO) for each in own_moves(case, by, desk.at)}


def _visit(desk: Desk, by: Actor) -> HttpRequest:
    """A request as the middleware hands it on, but at the desk's own time."""
    request = RequestFactory().get(f"/console/cases/{desk.number}")
    known = {"actor": by, "full_actor": by, "now": desk.at, "language": "zh"}
    for name, value in {**known, "owes": None, "large_type": False}.items():
        setattr(request, name, value)
    return request

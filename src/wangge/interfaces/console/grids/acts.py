"""Acts on the grids of a village: a new one from a list of groups, a special one, a place, an outline."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from wangge.access.permissions import Permission
from wangge.interfaces.console.floor.form_page import form_page
from wangge.interfaces.console.floor.paths import grid_crumbs, path_to, village_within
from wangge.interfaces.console.grids.forms import (
    EndForm,
    ListedGridForm,
    PlaceGroupForm,
    SpecialGridForm,
)
from wangge.interfaces.console.grids.outline_form import OutlineForm, corners_of
from wangge.interfaces.console.grids.sketch import SIDE, Sketch
from wangge.interfaces.web.maps import console_map
from wangge.interfaces.web.pages import signed_in
from wangge.interfaces.web.request import Request
from wangge.lib.area_code import Level
from wangge.lib.message import Message
from wangge.lib.refusal import Refusal
from wangge.registers.areas import queries as areas
from wangge.registers.areas.models import Area
from wangge.registers.areas.operations import outline_village
from wangge.registers.areas.rules.grids import SPECIAL_GRID, SpecialSort
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.operations.grids import (
    end_special_grid,
    establish_listed_grid,
    establish_special_grid,
)
from wangge.registers.people.operations import place_group

DRAWN: Final = "drawn"  # source of an outline that somebody drew on the map


@require_http_methods(["GET", "POST"])
@signed_in(Permission.ORGANISATION_APPOINT)
def new_grid(request: Request, code: str) -> HttpResponse:
    """A new grid as a list of villager groups."""
    path = village_within(request, code, Permission.ORGANISATION_APPOINT)
    form = ListedGridForm(request.POST or None)

    def carry_out() -> str:
        grid = establish_listed_grid(code, form.grid, **_today(request))
        return reverse("grids-at", args=[grid])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.new"),
        lead=Message("grids.new_lead"),
        submit=Message("grids.establish"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.ORGANISATION_APPOINT)
def new_special_grid(request: Request, code: str) -> HttpResponse:
    """A new special grid: a school, a market or an enterprise."""
    path = village_within(request, code, Permission.ORGANISATION_APPOINT)
    form = SpecialGridForm(request.POST or None)

    def carry_out() -> str:
        said = form.cleaned_data
        grid = establish_special_grid(
            code, said["name"], SpecialSort(said["sort"]), point=form.place, **_today(request)
        )
        return reverse("grids-at", args=[grid])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.new_special"),
        lead=Message("grids.new_special_lead"),
        submit=Message("grids.establish"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.ORGANISATION_APPOINT)
def end_grid(request: Request, code: str) -> HttpResponse:
    """End a special grid."""
    path = village_within(request, code[: Level.VILLAGE], Permission.ORGANISATION_APPOINT)
    grid = Area.objects.filter(pk=code, kind=SPECIAL_GRID, valid_to=None).first()
    if grid is None:
        raise Refusal.not_found(Message("area.thing"))
    by, at = request.actor, request.now
    form = EndForm(request.POST or None, initial={"ends_on": county_day(at)})

    def carry_out() -> str:
        end_special_grid(code, ends_on=form.cleaned_data["ends_on"], by=by, at=at)
        return reverse("grids-at", args=[path[-1].code])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.end_special_whom", name=grid.name),
        lead=Message("grids.end_special_lead"),
        submit=Message("grids.end_special"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.AREA_EDIT)
def place(request: Request, code: str) -> HttpResponse:
    """Say where a group lives: by a click on the sketch, which needs no script, or by coordinates."""
    path = village_within(request, code, Permission.AREA_EDIT)
    groups = list(areas.groups_of(code).defer(None))  # with their places
    sketch = Sketch.of(code)
    form = PlaceGroupForm(
        [(str(g.number), _group_words(g.number, g.point is not None)) for g in groups],
        _said(request.POST, sketch) if request.method == "POST" else None,
        initial={"group": next((g.number for g in groups if g.point is None), None)},
    )

    def carry_out() -> str:
        by, at = request.actor, request.now
        place_group(code, form.cleaned_data["group"], form.point, by=by, at=at)
        return reverse("grids-place", args=[code])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.place"),
        lead=Message("grids.place_lead"),
        submit=Message("grids.place_submit"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
        template="console/grids/place_group.html",
        sketch=reverse("grids-sketch", args=[code]) if sketch else "",
        side=SIDE,
    )


@require_http_methods(["GET", "POST"])
@signed_in(Permission.AREA_EDIT)
def outline(request: Request, code: str) -> HttpResponse:
    """Draw the outline of a village on the map, or write its corners, which needs no script."""
    path = village_within(request, code, Permission.AREA_EDIT)
    present = areas.outline_of(code)
    form = OutlineForm(request.POST or None, initial={"corners": corners_of(present)})

    def carry_out() -> str:
        outline_village(code, form.cleaned_data["corners"], source=DRAWN, **_today(request))
        return reverse("grids-at", args=[code])

    return form_page(
        request,
        form,
        carry_out,
        here="grids",
        title=Message("grids.outline"),
        lead=Message("grids.outline_lead"),
        submit=Message("grids.outline_submit"),
        back=reverse("grids-at", args=[code]),
        crumbs=grid_crumbs(path),
        template="console/grids/outline.html",
        sheet=console_map(code),
    )


@require_GET
@signed_in(Permission.ORGANISATION_SEE)
def sketch_of(request: Request, code: str) -> HttpResponse:
    """The outline of a village, its grids and groups, as a small picture; blank if nothing is known."""
    path_to(code)
    drawn = Sketch.of(code)
    marked = Message("web.map.synthetic") if drawn and drawn.synthetic else None
    note = settings.WORDS.say(marked, request.language) if marked else ""
    picture = drawn.svg(note) if drawn else Sketch.empty()
    response = HttpResponse(picture, content_type="image/svg+xml")
    response["Cache-Control"] = "private, no-cache"
    return response


def _said(said: QueryDict, sketch: Sketch | None) -> QueryDict:
    """The form as sent, with a click on the picture (`at.x`, `at.y` in pixels) turned into coordinates."""
    x, y = said.get("at.x", ""), said.get("at.y", "")
    if sketch is None or not (x.isdecimal() and y.isdecimal()) or (x, y) == ("0", "0"):
        return said
    read = said.copy()
    longitude, latitude = sketch.place(int(x), int(y))
    read["longitude"], read["latitude"] = f"{longitude:.6f}", f"{latitude:.6f}"
    return read


def _group_words(number: int, placed: bool) -> Message:
    return Message("grids.group_placed" if placed else "grids.group", number=number)


def _today(request: Request) -> dict[str, Any]:
    by, at = request.actor, request.now
    return {"from_day": county_day(at), "by": by, "at": at}

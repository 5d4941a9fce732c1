"""Across places: does everything lie where its dated placements say, and does each grid have its posts?"""

from __future__ import annotations

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from wangge.insight.verification.rules import NAMED, Finding
from wangge.lib.area_code import Level, code_range
from wangge.registers.areas.models import Area, GroupPlacement, VillagerGroup
from wangge.registers.organisations.models import Post
from wangge.registers.organisations.rules.post_kinds import PostKind
from wangge.registers.people.models import Household, HouseholdPlacement


def checks() -> list[Finding]:
    """The findings about grids and what belongs to them."""
    return [_groups_placed(), _households_placed(), _grids_posted()]


def _groups_placed() -> Finding:
    low, high = code_range(settings.COUNTY_CODE)
    groups = VillagerGroup.objects.filter(village__gte=low, village__lt=high)
    running = GroupPlacement.objects.filter(group=OuterRef("pk"), valid_to=None)
    placed = running.filter(grid=OuterRef("grid"))
    broken = groups.filter(
        Q(grid=None) & Exists(running)
        | Q(grid__isnull=False) & ~Exists(placed)
        | Q(grid__valid_to__isnull=False)
    )
    named = broken.order_by("village", "number").values_list("village_id", "number")[:NAMED]
    return _finding("groups_placed", groups, broken, [f"{v}/{number}" for v, number in named])


def _households_placed() -> Finding:
    households = Household.objects.all()
    running = HouseholdPlacement.objects.filter(household=OuterRef("pk"), valid_to=None)
    in_village = Q(area_code=F("village_code"))
    broken = households.filter(
        in_village & Exists(running)
        | ~in_village & ~Exists(running.filter(area_code=OuterRef("area_code")))
    )
    named = broken.order_by("pk").values_list("pk", flat=True)[:NAMED]
    return _finding("households_placed", households, broken, [str(key) for key in named])


def _grids_posted() -> Finding:
    low, high = code_range(settings.COUNTY_CODE)
    grids = Area.objects.filter(level=Level.GRID, valid_to=None, code__gte=low, code__lt=high)
    posts = Post.objects.filter(area=OuterRef("pk"), kind=PostKind.GRID_WORKER, valid_to=None)
    broken = grids.exclude(Exists(posts))
    named = list(broken.order_by("code").values_list("code", flat=True)[:NAMED])
    return _finding("grids_posted", grids, broken, named)


def _finding(
    check: str,
    among: QuerySet,  # type: ignore[type-arg]
    broken: QuerySet,  # type: ignore[type-arg]
    named: list[str],
) -> Finding:
    return Finding(check, among.count(), broken.count() if named else 0, tuple(named))

"""Kinds of posts (岗位) and which unit has which: a post exists by rule, not by appointment."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from wangge.lib.message import Message
from wangge.registers.organisations.rules.unit_kinds import UnitForm, unit_kind


class PostKind(StrEnum):
    """What somebody does in a unit."""

    HEAD = "head"  # 负责人
    DEPUTY = "deputy"  # 副职
    HANDLER = "handler"  # 经办
    INTAKE = "intake"  # 受理
    LIAISON = "liaison"  # 联络员
    SUPERVISOR = "supervisor"  # 督办
    RECORDER = "recorder"  # 批示登记
    GRID_WORKER = "grid_worker"  # 网格员: the post's area is a grid
    GRID_DEPUTY = "grid_deputy"  # 网格员副手: works in the grid with the worker
    AUDITOR = "auditor"  # 审计员
    SECURITY_ADMIN = "security_admin"  # 安全管理员
    IT_ADMIN = "it_admin"  # 系统管理员

    @property
    def words(self) -> Message:
        """The post's name."""
        return Message(f"post.kind.{self.value}")


_EVERY_UNIT: Final = (PostKind.HEAD, PostKind.DEPUTY, PostKind.HANDLER)

_BY_FORM: Final = {
    UnitForm.CENTRE: (PostKind.INTAKE,),
    UnitForm.STATION: (PostKind.INTAKE,),
    UnitForm.DEPARTMENT: (PostKind.LIAISON,),
}

_BY_KIND: Final = {
    "political_legal_committee": (PostKind.SUPERVISOR,),
    "county_government_office": (PostKind.SUPERVISOR, PostKind.RECORDER),
    "county_party_office": (PostKind.RECORDER,),
    "v_service_station": (PostKind.GRID_WORKER, PostKind.GRID_DEPUTY),
    # Three duties that watch each other, so three posts; they take no part in cases.
    "county_grid_centre": (PostKind.AUDITOR, PostKind.SECURITY_ADMIN, PostKind.IT_ADMIN),
}

ONE_HOLDER: Final = frozenset({PostKind.HEAD, PostKind.GRID_WORKER})
"""Posts with one holder at a time; every other may be shared by several people."""

OF_A_GRID: Final = frozenset({PostKind.GRID_WORKER, PostKind.GRID_DEPUTY})
"""Posts whose area is a grid: they come and go with it, and speak for it, not for the station."""

OF_THE_PLATFORM: Final = frozenset({PostKind.AUDITOR, PostKind.SECURITY_ADMIN, PostKind.IT_ADMIN})
"""Posts that look after the platform and therefore never act in a case."""


def post_kinds_of(unit_kind_code: str) -> tuple[PostKind, ...]:
    """The posts a unit of this kind has. KeyError for an unknown kind."""
    form = unit_kind(unit_kind_code).form
    return (*_EVERY_UNIT, *_BY_FORM.get(form, ()), *_BY_KIND.get(unit_kind_code, ()))


def desk_of(unit_kind_code: str) -> PostKind:
    """The post that opens incoming work: intake, in a department the liaison, else the head."""
    posts = post_kinds_of(unit_kind_code)
    return next(
        kind for kind in (PostKind.INTAKE, PostKind.LIAISON, PostKind.HEAD) if kind in posts
    )

"""Who sits where in the demo: the posts that one person holds together, and the known people.

In a village few people hold many posts (一人多岗), in an office two share them all, in a centre
every post has its own holder. A *role* names the posts of one person in an area; the person's
key is the area code and the role, or a name of its own for people who appear in the demo's cases.
"""

from typing import Final

from wangge.insight.demo.rules.geography.divisions import COUNTY
from wangge.insight.demo.rules.geography.small_county import MAIN_TOWNSHIP, MAIN_VILLAGE
from wangge.lib.area_code import Level
from wangge.registers.organisations.rules.unit_kinds import UnitForm, unit_kind

_VILLAGE_ROLES: Final = {
    # The secretary is village head and station head too (一肩挑).
    ("v_branch", "head"): "secretary",
    ("v_committee", "head"): "secretary",
    ("v_service_station", "head"): "secretary",
    ("v_mediation_station", "head"): "secretary",
    ("v_branch", "deputy"): "deputy",
    ("v_committee", "deputy"): "deputy",
    ("v_service_station", "deputy"): "deputy",
    ("v_mediation_station", "deputy"): "deputy",
    ("v_service_station", "intake"): "clerk",
    ("v_service_station", "handler"): "clerk",
    ("v_mediation_station", "intake"): "clerk",
    ("v_committee", "handler"): "member",
    ("v_branch", "handler"): "member",
    ("v_mediation", "head"): "mediator",
    ("v_mediation_station", "handler"): "mediator",
    ("v_mediation", "deputy"): "second_mediator",
    ("v_mediation", "handler"): "second_mediator",
    # Who oversees holds no post in what is overseen.
    ("v_oversight", "head"): "overseer",
    ("v_oversight", "deputy"): "second_overseer",
    ("v_oversight", "handler"): "second_overseer",
}

MEMBER_ROLE: Final = "member"
"""Who becomes grid worker where one comes from the village committee."""

VILLAGER: Final = "villager"
"""The known resident; holds no post and signs in nowhere."""

GRID_WORKER: Final = "grid_worker"
"""The known grid worker, of the grid in which the main group lies."""

_KNOWN_PEOPLE: Final = {
    f"{MAIN_VILLAGE}:reporter.1": VILLAGER,
    f"{MAIN_VILLAGE}:secretary": "station_head",
    f"{MAIN_VILLAGE}:clerk": "station_clerk",
    f"{MAIN_VILLAGE}:overseer": "village_oversight",
    f"{MAIN_TOWNSHIP}:t_grid_centre.head": "township_centre",
    f"{MAIN_TOWNSHIP}:t_grid_centre.deputy": "substitute",
    f"{MAIN_TOWNSHIP}:t_grid_centre.intake": "township_intake",
    f"{MAIN_TOWNSHIP}:t_government.head": "township_leader",
    f"{MAIN_TOWNSHIP}:t_water.staff": "water_station_handler",
    f"{MAIN_TOWNSHIP}:t_traffic.staff": "traffic_station_handler",
    f"{COUNTY}:transport.staff": "transport_liaison",
    f"{COUNTY}:water.staff": "water_liaison",
    f"{COUNTY}:county_grid_centre.head": "county_centre",
    f"{COUNTY}:county_grid_centre.intake": "county_intake",
    f"{COUNTY}:leading_group.head": "county_leader",
    f"{COUNTY}:political_legal_committee.staff": "supervisor",
    f"{COUNTY}:county_grid_centre.auditor": "auditor",
    f"{COUNTY}:county_grid_centre.security_admin": "security_admin",
    f"{COUNTY}:county_grid_centre.it_admin": "it_admin",
}


def key_of_holder(kind: str, area_code: str, post_kind: str) -> str:
    """The key of the person who holds a post (any but a grid worker's).

    KeyError if units of that kind have no such post.
    """
    return _key(area_code, _role(kind, post_kind))


def key_of_member(village: str) -> str:
    """The key of the member of the village committee who may serve as grid worker too."""
    return _key(village, MEMBER_ROLE)


def key_of_reporter(village: str, number: int) -> str:
    """The key of one of the village's residents who report cases, numbered from one."""
    return _key(village, f"reporter.{number}")


def _key(area_code: str, role: str) -> str:
    key = f"{area_code}:{role}"
    return _KNOWN_PEOPLE.get(key, key)


def _role(kind: str, post_kind: str) -> str:
    unit = unit_kind(kind)
    if unit.level is Level.VILLAGE:
        return _VILLAGE_ROLES[kind, post_kind]
    own_seat = post_kind == "head" or unit.form is UnitForm.CENTRE
    return f"{kind}.{post_kind if own_seat else 'staff'}"

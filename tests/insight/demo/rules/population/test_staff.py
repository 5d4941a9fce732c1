from collections import Counter, defaultdict

from tests.insight.demo.small_demo import SmallDemo, make_small_demo
from wangge.insight.demo.operations.establishing import SEED
from wangge.insight.demo.rules.geography.divisions import villages
from wangge.insight.demo.rules.geography.outlines import CountyOutlines
from wangge.insight.demo.rules.geography.small_county import (
    MAIN_GROUP,
    MAIN_TOWNSHIP,
    MAIN_VILLAGE,
    TOWNSHIPS,
    VILLAGES,
)
from wangge.insight.demo.rules.population.seats import key_of_holder
from wangge.insight.demo.rules.population.staff import staffed_areas
from wangge.lib import phone_number
from wangge.lib.area_code import Level, level_of
from wangge.registers.organisations.rules.post_kinds import (
    OF_A_GRID,
    OF_THE_PLATFORM,
    ONE_HOLDER,
    PostKind,
    post_kinds_of,
)
from wangge.registers.organisations.rules.unit_kinds import unit_kinds

KNOWN = {
    "villager", "grid_worker", "station_head", "station_clerk", "village_oversight",
    "township_centre", "township_intake", "township_leader", "water_station_handler",
    "traffic_station_handler", "transport_liaison", "water_liaison", "county_centre",
    "county_intake", "county_leader", "supervisor", "auditor", "security_admin", "it_admin",
    "substitute",
}  # fmt: skip


def test_every_post_of_the_staffed_areas_is_filled(small_demo: SmallDemo) -> None:
    filled = Counter(
        (each.unit_kind, each.area_code, each.post_kind)
        for each in small_demo.staff.appointments
        if each.grid_code is None
    )
    wanted = {
        (kind.code, area, post)
        for kind in unit_kinds().values()
        for area in staffed_areas(kind.level)
        for post in post_kinds_of(kind.code)
        if post not in OF_A_GRID
    }
    assert set(filled) == wanted
    assert all(filled[place] == 1 for place in filled if place[2] in ONE_HOLDER)


def test_the_two_townships_are_staffed_down_to_their_villages() -> None:
    assert staffed_areas(Level.TOWNSHIP) == TOWNSHIPS
    assert len(staffed_areas(Level.VILLAGE)) == sum(len(villages(t)) for t in TOWNSHIPS) == 23
    assert set(VILLAGES) <= set(staffed_areas(Level.VILLAGE))


def test_every_grid_has_one_worker_of_known_origin(small_demo: SmallDemo) -> None:
    workers = [each for each in small_demo.staff.appointments if each.grid_code]
    grids = [grid.code for village in small_demo.villages.values() for grid in village.grids]
    assert sorted(each.grid_code or "" for each in workers) == sorted(grids)
    assert {each.origin for each in workers} == {
        "village_police", "resident_cadre", "graduate_official", "poverty_team",
        "village_committee",
    }  # fmt: skip
    for each in workers:
        assert each.post_kind is PostKind.GRID_WORKER
        assert each.grid_code is not None
        assert each.grid_code.startswith(each.area_code)
        from_committee = each.person_key == f"{each.area_code}:member"
        assert from_committee == (each.origin == "village_committee")


def test_station_heads_have_an_origin_too(small_demo: SmallDemo) -> None:
    heads = [
        each
        for each in small_demo.staff.appointments
        if (each.unit_kind, each.post_kind) == ("v_service_station", PostKind.HEAD)
    ]
    assert len(heads) == 23
    assert all(each.origin == "village_committee" for each in heads)


def test_the_known_people_are_there(small_demo: SmallDemo) -> None:
    staff = small_demo.staff
    assert {person.key for person in staff.persons if ":" not in person.key} == KNOWN
    assert staff.worker_of(small_demo.grid_of(MAIN_VILLAGE, MAIN_GROUP)) == "grid_worker"
    assert key_of_holder("t_grid_centre", MAIN_TOWNSHIP, "deputy") == "substitute"
    holders = {each.person_key for each in staff.appointments}
    assert KNOWN - holders == {"villager"}


def test_one_person_holds_many_posts_in_one_area_only(small_demo: SmallDemo) -> None:
    areas: dict[str, set[str]] = defaultdict(set)
    for each in small_demo.staff.appointments:
        areas[each.person_key].add(each.area_code)
    assert all(len(where) == 1 for where in areas.values())
    posts = Counter(each.person_key for each in small_demo.staff.appointments)
    assert posts["station_head"] == 4


def test_nobody_oversees_or_looks_after_the_platform_beside_other_work(
    small_demo: SmallDemo,
) -> None:
    posts: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for each in small_demo.staff.appointments:
        posts[each.person_key].add((each.unit_kind, each.post_kind))
    for held in posts.values():
        overseeing = {kind == "v_oversight" for kind, _ in held}
        assert len(overseeing) == 1
        if any(post in OF_THE_PLATFORM for _, post in held):
            assert len(held) == 1


def test_people_are_invented_and_their_numbers_their_own(small_demo: SmallDemo) -> None:
    persons = small_demo.staff.persons
    assert all(phone_number.is_synthetic(person.phone) for person in persons)
    assert len({person.phone for person in persons}) == len(persons)
    assert len({person.key for person in persons}) == len(persons)
    assert {each.person_key for each in small_demo.staff.appointments} <= {
        person.key for person in persons
    }


def test_units_stand_at_their_own_level(small_demo: SmallDemo) -> None:
    for each in small_demo.staff.appointments:
        assert level_of(each.area_code) is unit_kinds()[each.unit_kind].level


def test_the_seed_decides(county: CountyOutlines, small_demo: SmallDemo) -> None:
    assert make_small_demo(county, SEED).staff == small_demo.staff
    assert make_small_demo(county, seed=2).staff.persons != small_demo.staff.persons

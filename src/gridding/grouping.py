"""``gridding group``: grids with members in, Party groups (党小组) out."""

import math
import time
from collections.abc import Mapping
from random import Random
from typing import Any

from gridding.attachment import Groups
from gridding.cores import Neighbourhood, grids_in
from gridding.message import BadInput, Message, message
from gridding.packing import packing_of

LEAST_MEMBERS = 3


def grouped(document: Mapping[str, Any], *, seed: int = 0, language: str = "zh") -> dict[str, Any]:
    """Groups for a document with ``nodes``, ``edges`` and ``min_members``.

    As many groups as there can be, each connected and with members enough (and a full member where
    any node gives ``full_members``); then little travel. Components that cannot form a group are
    listed as unformed. Raises :class:`BadInput`.
    """
    began = time.process_time()
    names, town = _read(document)
    numbers: dict[int, int] = {}
    unformed: list[int] = []
    bound, metres = 0, 0.0
    for component in town.components((1 << len(town)) - 1):
        if not town.suffices(component):
            unformed.extend(grids_in(component))
            continue
        packing = packing_of(town, component, seed)
        groups = Groups(town, component, packing.cores)
        groups.improve(Random(seed))  # noqa: S311 - a seeded search, no secret
        bound += packing.bound
        metres += groups.total()
        for bits in sorted(groups.sets, key=lambda bits: bits & -bits):
            number = max(numbers.values(), default=0) + 1
            numbers |= dict.fromkeys(grids_in(bits), number)
    count = max(numbers.values(), default=0)
    notes: list[Message] = []
    lost = [names[g] for g in sorted(unformed)]
    if lost:
        notes.append(message("packing.unformed", count=len(lost), nodes=", ".join(map(str, lost))))
    if count < bound:
        notes.append(message("packing.unproven", bound=bound))
    return {
        "groups": {str(name): numbers.get(g) for g, name in enumerate(names)},
        "report": {
            "count": count,
            "bound": bound,
            "proven": count == bound,
            "travel": metres,
            "unformed": lost,
            "warnings": [note.words(language) for note in notes],
            "seconds": round(time.process_time() - began, 4),
            "seed": seed,
        },
    }


def _read(document: Mapping[str, Any]) -> tuple[list[str | int], Neighbourhood]:
    nodes, edges = document.get("nodes"), document.get("edges", [])
    if not isinstance(nodes, list) or not isinstance(edges, list):
        raise BadInput("input.group_node", feature="nodes", fault="nodes, edges")
    least = document.get("min_members", LEAST_MEMBERS)
    if isinstance(least, bool) or not isinstance(least, int) or least < 1:
        raise BadInput("input.bad_setting", setting="min_members", value=least)
    names: list[str | int] = []
    place: dict[str, int] = {}
    for index, node in enumerate(nodes, start=1):
        name = node.get("id") if isinstance(node, dict) else None
        if isinstance(name, bool) or not isinstance(name, str | int):
            raise BadInput("input.group_node", feature=f"#{index}", fault="id")
        if str(name) in place:
            raise BadInput("input.group_node", feature=name, fault="id")
        place[str(name)] = len(names)
        names.append(name)
    with_full = any(node.get("full_members") is not None for node in nodes)
    town = Neighbourhood(
        x=[_coordinate(node, "x") for node in nodes],
        y=[_coordinate(node, "y") for node in nodes],
        members=[_count(node, "members") for node in nodes],
        full=[_count(node, "full_members", absent=0) for node in nodes] if with_full else None,
        neighbours=_neighbours(edges, place),
        least=least,
    )
    return names, town


def _neighbours(edges: list[Any], place: Mapping[str, int]) -> list[list[int]]:
    near: list[set[int]] = [set() for _ in place]
    for index, edge in enumerate(edges, start=1):
        if not isinstance(edge, list) or len(edge) != 2:
            raise BadInput("input.group_edge", feature=f"#{index}", fault=edge)
        for end in edge:
            if isinstance(end, bool) or not isinstance(end, str | int) or str(end) not in place:
                raise BadInput("input.group_edge", feature=f"#{index}", fault=end)
        one, other = place[str(edge[0])], place[str(edge[1])]
        if one != other:
            near[one].add(other)
            near[other].add(one)
    return [sorted(others) for others in near]


def _coordinate(node: Mapping[str, Any], name: str) -> float:
    raw = node.get(name)
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not math.isfinite(raw):
        raise BadInput("input.group_node", feature=node["id"], fault=name)
    return float(raw)


def _count(node: Mapping[str, Any], name: str, absent: int | None = None) -> int:
    raw = node.get(name)
    if raw is None and absent is not None:
        return absent
    whole = isinstance(raw, int | float) and not isinstance(raw, bool) and math.isfinite(raw)
    if raw is None or not whole or raw < 0 or raw != int(raw):
        raise BadInput("input.group_node", feature=node["id"], fault=name)
    return int(raw)

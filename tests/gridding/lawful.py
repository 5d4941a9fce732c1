"""What every plan must be, checked on the written document alone."""

from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from gridding.plan import Plan
from gridding.writing import document_of


def assert_lawful(plan: Plan, *, balanced: bool = True) -> dict[str, Any]:
    """Partition, tiling, one valid polygon a grid, shared vertices, balance; the document."""
    document = document_of(plan)
    problem = plan.problem
    k = problem.k
    features = document["features"]
    assert [feature["properties"]["grid"] for feature in features] == list(range(1, k + 1))
    listed = [i for feature in features for i in feature["properties"]["households"]]
    assert sorted(listed) == sorted(h.id for h in problem.households)
    if problem.households:
        assert all(feature["properties"]["households"] for feature in features)
    for feature in features:
        for identity in feature["properties"]["households"]:
            assert document["assignment"][identity] == feature["properties"]["grid"]

    polygons = np.array([shape(feature["geometry"]) for feature in features])
    village = shapely.transform(problem.village, problem.frame.to_file)
    assert shapely.is_valid(polygons).all()
    if village.geom_type == "Polygon":
        assert {polygon.geom_type for polygon in polygons} == {"Polygon"}
    assert shapely.coverage_is_valid(polygons)
    missed = shapely.symmetric_difference(shapely.union_all(polygons), village).area
    assert missed < 1e-6 * village.area
    for feature, polygon in zip(features, plan.polygons, strict=True):
        inside = set(feature["properties"]["households"])
        points = [(h.x, h.y) for h in problem.households if h.id in inside]
        if points:
            assert shapely.distance(shapely.points(points), polygon).max() <= 1.0

    loads = [feature["properties"]["load"] for feature in features]
    assert sum(loads) == problem.loads.sum()
    off = max(abs(load - problem.target) for load in loads)
    within = off <= problem.settings.tolerance * problem.target + 1e-6
    assert document["report"]["feasible"] is within
    assert (document["report"]["reason"] is None) is within
    if balanced:
        assert within, document["report"]["reason"]
    return document

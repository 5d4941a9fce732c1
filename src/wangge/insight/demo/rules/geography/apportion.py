"""Sharing a mosaic among sites so that each gets the area it should have (a power diagram)."""

from typing import Final

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from wangge.insight.demo.rules.geography.mosaic import Labels, Mosaic, heal
from wangge.insight.demo.rules.geography.plane import Points

# Chosen by trial: enough rounds for every share to come within a tile or two of its target.
_ROUNDS: Final = 150
_DAMPING: Final = 0.3


def apportion(
    mosaic: Mosaic, sites: Points, shares: NDArray[np.float64], *, pull: float, rng: Generator
) -> Labels:
    """The site of each tile; regions are in one piece and have about their share of the area.

    Args:
        sites: where each region is wanted, in metres.
        shares: what each region should have of the whole; they need not add up to one.
        pull: how far a site moves each round toward the middle of its region, 0 to 1. Without
            pull regions keep their place, with it they become compact.
    """
    centres = _rippled(mosaic.centres, float(np.sqrt(mosaic.areas.sum() / len(sites))), rng)
    targets = shares / shares.sum() * mosaic.areas.sum()
    places, weights = sites.copy(), np.zeros(len(sites))
    labels = _nearest(centres, places, weights)
    for _ in range(_ROUNDS):
        got = np.bincount(labels, mosaic.areas, len(sites))
        # A disc of the area missing has this squared radius: the weight's own unit.
        weights += _DAMPING * (targets - got) / np.pi
        middles = _middles(centres, mosaic.areas, labels, places)
        places += pull * (middles - places)
        labels = _nearest(centres, places, weights)
    return heal(mosaic, _nobody_empty(labels, centres, places))


def nearest_share(mosaic: Mosaic, place: Points, share: float) -> NDArray[np.bool_]:
    """Which tiles lie nearest to the place and together have the share of the whole area."""
    order = np.argsort(((mosaic.centres - place) ** 2).sum(axis=1), kind="stable")
    chosen = np.zeros(len(order), dtype=np.intp)
    chosen[order] = np.cumsum(mosaic.areas[order]) <= share * mosaic.areas.sum()
    near: NDArray[np.bool_] = heal(mosaic, chosen) == 1
    return near


def spread(points: Points, count: int, rng: Generator) -> Labels:
    """The numbers of `count` of the points, far from one another (k-means++ seeding)."""
    chosen = [int(rng.integers(len(points)))]
    gaps = np.full(len(points), np.inf)
    for _ in range(count - 1):
        gaps = np.minimum(gaps, ((points - points[chosen[-1]]) ** 2).sum(axis=1))
        chosen.append(int(rng.choice(len(points), p=gaps / gaps.sum())))
    return np.array(chosen)


def _nearest(centres: Points, places: Points, weights: NDArray[np.float64]) -> Labels:
    gaps = centres[:, None, :] - places[None, :, :]
    nearest: Labels = np.argmin((gaps**2).sum(axis=2) - weights, axis=1)
    return nearest


def _middles(centres: Points, areas: NDArray[np.float64], labels: Labels, places: Points) -> Points:
    got = np.bincount(labels, areas, len(places))
    sums = [np.bincount(labels, areas * centres[:, axis], len(places)) for axis in (0, 1)]
    held = got > 0
    middles = places.copy()
    middles[held] = np.column_stack(sums)[held] / got[held, None]
    return middles


def _nobody_empty(labels: Labels, centres: Points, places: Points) -> Labels:
    """The labels, with the nearest tile of a region that can spare it given to an empty one."""
    filled = labels.copy()
    for empty in sorted(set(range(len(places))) - set(labels.tolist())):
        spare = np.bincount(filled, minlength=len(places))[filled] > 1
        gaps = ((centres - places[empty]) ** 2).sum(axis=1)
        filled[np.argmin(np.where(spare, gaps, np.inf))] = empty
    return filled


def _rippled(centres: Points, width: float, rng: Generator) -> Points:
    """The centres, displaced as by waves: borders then wind instead of running straight.

    `width` is the usual width of a region in metres; the waves are shorter and far lower.
    """
    rippled = centres.copy()
    for _ in range(4):
        length = width * rng.uniform(0.5, 1.2)
        heading, phase = rng.uniform(0, 2 * np.pi, size=2)
        along = centres @ np.array([np.cos(heading), np.sin(heading)])
        height = 0.02 * length * np.sin(2 * np.pi * along / length + phase)
        rippled += height[:, None] * np.array([-np.sin(heading), np.cos(heading)])
    return rippled

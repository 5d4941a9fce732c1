"""Peers, each run on one village by the environment of ``requirements.txt``, never by tests.

Started by ``run.py`` with the path of a pickled village; prints one JSON line for each peer: the
grid of every household and the CPU seconds, or what went wrong.
"""

import json
import pickle
import random
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np

Village = dict[str, Any]


def gerrychain(village: Village) -> list[int]:
    """ReCom in short bursts on the same F, from a random tree partition."""
    from gerrychain import Graph, MarkovChain, Partition, accept, constraints, updaters
    from gerrychain.proposals import recom
    from gerrychain.tree import recursive_tree_part

    random.seed(village["seed"])
    nodes = nx.Graph()
    for i, load in enumerate(village["loads"]):
        nodes.add_node(i, load=float(load))
    nodes.add_edges_from(map(tuple, village["edges"]))
    graph = Graph.from_networkx(nodes)
    target, tolerance = village["target"], village["tolerance"]
    k = village["k"]
    start = recursive_tree_part(graph, range(k), target, "load", tolerance * 0.95)
    first = Partition(graph, start, updaters={"load": updaters.Tally("load", alias="load")})
    proposal = partial(recom, pop_col="load", pop_target=target, epsilon=tolerance, node_repeats=1)
    balanced = constraints.within_percent_of_ideal_population(first, tolerance, "load")
    best, best_price = first, village["price"](labels_of(first, k))
    deadline = time.process_time() + village["seconds"]
    while time.process_time() < deadline:
        chain = MarkovChain(proposal, [balanced], accept.always_accept, best, total_steps=10)
        for state in chain:
            price = village["price"](labels_of(state, k))
            if price < best_price:
                best, best_price = state, price
            if time.process_time() > deadline:
                break
    return labels_of(best, k)


def labels_of(partition: Any, k: int) -> list[int]:
    """Grid of each household of a GerryChain partition."""
    labels = [0] * sum(len(nodes) for nodes in partition.parts.values())
    for part, nodes in partition.parts.items():
        for node in nodes:
            labels[int(node)] = int(part)
    return labels


def k_means_constrained(village: Village) -> list[int]:
    """Sizes by households; persons cannot be given, so the mean size stands for the load."""
    from k_means_constrained import KMeansConstrained

    n, k, tolerance = len(village["points"]), village["k"], village["tolerance"]
    model = KMeansConstrained(
        n_clusters=k,
        size_min=int(np.floor(n / k * (1 - tolerance))),
        size_max=int(np.ceil(n / k * (1 + tolerance))),
        n_init=4,
        random_state=village["seed"],
    )
    return [int(label) for label in model.fit_predict(np.array(village["points"]))]


def metis(village: Village) -> list[int]:
    """Contiguous k-way partition of the same graph."""
    import pymetis

    near: list[list[int]] = [[] for _ in village["points"]]
    for one, other in village["edges"]:
        near[one].append(other)
        near[other].append(one)
    weights = [int(load) for load in village["loads"]]
    options = pymetis.Options(ufactor=max(1, int(village["tolerance"] * 1000)), contig=1)
    options.seed = village["seed"]
    _, labels = pymetis.part_graph(
        village["k"], adjacency=near, vweights=weights, options=options, recursive=False
    )
    return list(labels)


def ward(village: Village) -> list[int]:
    """spopt's spatial Ward clustering on the same graph."""
    import geopandas
    from libpysal.weights import W
    from spopt.region import WardSpatial

    near: dict[int, list[int]] = {i: [] for i in range(len(village["points"]))}
    for one, other in village["edges"]:
        near[one].append(other)
        near[other].append(one)
    points = np.array(village["points"])
    frame = geopandas.GeoDataFrame({"x": points[:, 0], "y": points[:, 1]})
    model = WardSpatial(frame, W(near, silence_warnings=True), ["x", "y"], village["k"])
    model.solve()
    return [int(label) for label in model.labels_]


PEERS: dict[str, Callable[[Village], list[int]]] = {
    "GerryChain ReCom": gerrychain,
    "k-means-constrained": k_means_constrained,
    "METIS": metis,
    "spopt Ward": ward,
}


def pricer(village: Village) -> Callable[[list[int]], float]:
    """Inertia and split hamlets of a labelling; barriers are left to the judge, being slow."""
    points, mass = np.array(village["points"]), np.array(village["masses"])
    persons, hamlet = np.array(village["persons"]), np.array(village["hamlet"])
    k, hamlets = village["k"], int(max(village["hamlet"], default=-1)) + 1

    def price(labels: list[int]) -> float:
        grid = np.array(labels)
        total = np.maximum(np.bincount(grid, weights=mass, minlength=k), 1e-9)
        inertia = float((mass * (points**2).sum(axis=1)).sum())
        for axis in (0, 1):
            sums = np.bincount(grid, weights=mass * points[:, axis], minlength=k)
            inertia -= float((sums**2 / total).sum())
        named = hamlet >= 0
        keys = hamlet[named] * k + grid[named]
        pieces = np.bincount(keys, weights=persons[named], minlength=hamlets * k)
        homes = np.bincount(keys, minlength=hamlets * k).reshape(-1, k)
        pieces = pieces.reshape(-1, k)
        away = pieces.sum() - pieces.max(axis=1, initial=0).sum()
        extra = np.maximum((homes > 0).sum(axis=1) - 1, 0).sum()
        return inertia + village["split"] * float(away + village["piece"] * extra)

    return price


def main() -> None:
    village: Village = pickle.loads(Path(sys.argv[1]).read_bytes())  # noqa: S301 - our own file
    village["price"] = pricer(village)
    for name, peer in PEERS.items():
        began = time.process_time()
        answer: dict[str, object] = {"peer": name}
        try:
            answer["labels"] = peer(village)
        except Exception as error:  # a peer that fails is a result
            answer["error"] = f"{type(error).__name__}: {error}"
        answer["seconds"] = time.process_time() - began
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()

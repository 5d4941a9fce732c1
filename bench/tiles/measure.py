"""Measure vector tiles at 1,500 grids and 150,000 households: `bench/tiles/measure.py`.

Works on a database of its own (wangge_bench_tiles) in the demo's cluster, copied from a loaded demo,
so run `bin/demo` once before, and stop it. One client asks for tiles of the county at random, over
HTTP with everything around: the first time (nothing is kept), again (kept by the platform, or drawn
again where sight decides), and with the version in hand (304). For each it prints p50, p95 and the
processor time a tile cost (web process and PostgreSQL), which neighbours on the machine cannot blur.
Everything stays on this machine's loopback.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bin"), str(ROOT / "src"), str(ROOT)]

from bench.cases import database  # noqa: E402
from bench.cases.client import Answer, Client  # noqa: E402
from bench.cases.server import Server  # noqa: E402

from steps import project  # noqa: E402
from steps.cluster import DEMO  # noqa: E402

NAME = "wangge_bench_tiles"
PORT = 8198
ZOOMS = (8, 9, 10, 11, 12, 13, 14, 15, 16)
DEEPEST = 16
USER = "county_centre"
EACH = 120


def main() -> None:
    options = argparse.ArgumentParser(description="Measure vector tiles of a whole county.")
    options.add_argument("--keep", action="store_true", help="use the database of an earlier run")
    options.add_argument("--tiles", type=int, default=EACH, help="of each zoom")
    chosen = options.parse_args()
    fresh = database.provide(NAME, afresh=not chosen.keep)
    with tempfile.TemporaryDirectory(prefix="wangge-bench-") as state:
        environment = dict(project.environment("web"))
        environment |= {"DATABASE_URL": DEMO.url(NAME, "wangge_login"), "WANGGE_STATE": state}
        os.environ.update(environment)
        import django

        django.setup()
        if fresh:
            _fill()
        server = Server(PORT, environment)
        try:
            _measure(server, chosen.tiles)
        finally:
            server.stop()


def _fill() -> None:
    from bench.tiles.fill import fill
    from django.utils import timezone

    started = time.perf_counter()
    fill(now=timezone.now())
    database.sweep(NAME)
    print(f"filled in {time.perf_counter() - started:.0f} s")


def _measure(server: Server, count: int) -> None:
    from wangge.access.actor import Actor
    from wangge.doors.door import door
    from wangge.registers.areas.models import Area, Boundary
    from wangge.registers.people.models import Household

    clock = Actor.clock("431124")
    grids = door(clock, Area.objects.filter(level=15, valid_to=None).count)
    drawn = door(clock, Boundary.objects.filter(valid_to=None).count)
    print(f"{grids} grids, {drawn} outlines, {door(clock, Household.objects.count)} households")
    client = Client(PORT)
    Tour(server, client, "/tiles", "").walk("public", count)
    Tour(server, client, "/console/map/tiles", _sign_in(client)).walk(f"console as {USER}", count)
    client.close()


def _sign_in(client: Client) -> str:
    page = client.get("/demo/sign-in")
    fields = {"username": USER, "csrfmiddlewaretoken": page.token}
    answer = client.post("/demo/sign-in", fields, page.cookie)
    assert answer.status == 302, answer.status
    return f"{page.cookie}; {answer.cookie}"


@dataclass(frozen=True, slots=True)
class Tour:
    """A client with its cookies, and where the tiles are that it asks for."""

    server: Server
    client: Client
    before: str
    cookie: str

    def walk(self, name: str, count: int) -> None:
        heads = "".join(f"{head:>25}" for head in ("first", "again", "304"))
        print(f"\n{name:22}{heads}    (p50, p95, processor: ms){'bytes':>9}")
        self.client.get(f"{self.before}/{DEEPEST}/0/0", self.cookie)  # imports, connections
        for zoom in ZOOMS:
            addresses = [f"{self.before}/{zoom}/{x}/{y}" for x, y in _places(zoom, count)]
            first, answers = self._timed(addresses, {})
            again, _ = self._timed(addresses, {})
            versions = [answer.version for answer in answers]
            same, told = self._timed(addresses, dict(zip(addresses, versions, strict=True)))
            assert {answer.status for answer in answers} == {200}
            assert {answer.status for answer in told} == {304}
            size = max(len(answer.body) for answer in answers)
            most = f"{size:>35} at most, {len(addresses)} tiles"
            print(f"z{zoom:<21}{first:>25}{again:>25}{same:>25}{most}")

    def _timed(
        self, addresses: Sequence[str], known: Mapping[str, str]
    ) -> tuple[str, list[Answer]]:
        times, answers, before = [], [], self.server.spent()
        for address in addresses:
            started = time.perf_counter()
            answers.append(self.client.get(address, self.cookie, known.get(address, "")))
            times.append((time.perf_counter() - started) * 1000)
        spent = self.server.spent().since(before)
        each = (spent.web + spent.database) / len(addresses) * 1000
        p95 = sorted(times)[max(0, -(-len(times) * 95 // 100) - 1)]
        return f"{statistics.median(times):.1f} {p95:7.1f} {each:7.1f}", answers


def _places(zoom: int, count: int) -> Sequence[tuple[int, int]]:
    """Tiles of the county at random, none twice: a zoom may have fewer than are wished for."""
    from wangge.insight.demo.rules.geography.outlines import published_outline
    from wangge.lib.web_tile import Box, in_web_metres, tiles_over

    box = in_web_metres(Box(*published_outline().bounds))
    there = [(tile.x, tile.y) for tile in tiles_over(box, zoom)]
    return random.Random(zoom).sample(there, min(count, len(there)))


if __name__ == "__main__":
    main()

"""The bench's own database, apart from the demo's: copied, filled, swept."""

from __future__ import annotations

import subprocess
import time

import psycopg

from steps.cluster import DEMO

NAME = "wangge_bench"


def provide(name: str = NAME, *, afresh: bool) -> bool:
    """Start the cluster; copy the loaded demo unless an earlier copy is to be used again.

    True if the copy is new.
    """
    DEMO.start()
    fresh = afresh or not _exists(name)
    if fresh:
        _sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        _sql(f"CREATE DATABASE {name} TEMPLATE wangge STRATEGY FILE_COPY")
        _sql(f"GRANT CONNECT ON DATABASE {name} TO PUBLIC")
    return fresh


def sweep(name: str = NAME) -> None:
    """What autovacuum would do in time."""
    _sql("VACUUM ANALYZE", DEMO.url(name, "postgres"))


def fill_to(count: int) -> None:
    """Add cases until there are `count`."""
    from bench.cases.fill import fill
    from django.conf import settings
    from django.utils import timezone

    from wangge.access.actor import Actor
    from wangge.doors.door import door
    from wangge.work.cases.models import Case

    there = door(Actor.clock(settings.COUNTY_CODE), Case.objects.count)
    started = time.perf_counter()
    with psycopg.connect(DEMO.url(NAME, "postgres"), autocommit=True) as into:
        fill(count - there, into, now=timezone.now(), seed=count)
    print(f"\n## {count:,} cases ({time.perf_counter() - started:.0f} s to fill)")
    sweep()


def _exists(name: str) -> bool:
    return bool(_sql(f"SELECT 1 FROM pg_database WHERE datname = '{name}'").strip())  # noqa: S608


def _sql(statement: str, address: str = "") -> str:
    done = subprocess.run(
        ["psql", "-qtAX", address or DEMO.admin_url, "-c", statement],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout

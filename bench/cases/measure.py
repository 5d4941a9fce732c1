"""Measure the platform at given numbers of cases: `bench/cases/measure.py --cases 10000 100000`.

Works on a database of its own (wangge_bench) in the demo's cluster, copied from a loaded demo, so
run `bin/demo` once before, and stop it. Prints p50 and p95 of each page with four clients, SQL
statements a page, intake a second with one and four clients, and the plan of each list as the web
role. Everything stays on this machine's loopback.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bin"), str(ROOT / "src"), str(ROOT)]

from steps import project  # noqa: E402
from steps.cluster import DEMO  # noqa: E402

PORT = 8199
NAME = "wangge_bench"
CLIENTS = 4
REPEATS = 60
INTAKES = 200


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--cases", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--workers", type=int, default=2, help="web processes")
    chosen = options.parse_args()
    DEMO.start()
    _copy_demo()
    environment = project.environment("web") | {"DATABASE_URL": DEMO.url(NAME, "wangge_login")}
    os.environ.update({**environment, "DJANGO_SETTINGS_MODULE": "wangge.config.settings"})
    import django

    django.setup()
    for count in chosen.cases:
        _fill_to(count)
        _vacuum()
        _measure(count, environment, chosen.workers)


def _copy_demo() -> None:
    for sql in (
        f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)",
        f"CREATE DATABASE {NAME} TEMPLATE wangge STRATEGY FILE_COPY",
    ):
        subprocess.run(["psql", "-qX", DEMO.admin_url, "-c", sql], check=True)
    grants = f"GRANT CONNECT ON DATABASE {NAME} TO PUBLIC"
    subprocess.run(["psql", "-qX", DEMO.admin_url, "-c", grants], check=True)


def _fill_to(count: int) -> None:
    from bench.cases.fill import fill
    from django.conf import settings
    from django.utils import timezone

    from wangge.access.actor import Actor
    from wangge.doors.door import door
    from wangge.work.cases.models import Case

    there = door(Actor.clock(settings.COUNTY_CODE), Case.objects.count)
    started = time.perf_counter()
    fill(count - there, now=timezone.now(), seed=count)
    print(f"\n## {count:,} cases ({time.perf_counter() - started:.0f} s to fill)")


def _vacuum() -> None:
    subprocess.run(["psql", "-qX", DEMO.url(NAME, "postgres"), "-c", "VACUUM ANALYZE"], check=True)


def _measure(count: int, environment: dict[str, str], workers: int) -> None:
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1"),
            *("--port", str(PORT), "--workers", str(workers), "--blocking-threads", "2"),
            *("--blocking-threads-idle-timeout", "600", "wangge.config.wsgi:application"),
        ],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait()
        for user in ("station_head", "township_centre", "county_centre", "transport_liaison"):
            _pages(user)
        for clients in (1, CLIENTS):
            _intake(clients)
    finally:
        server.terminate()
        server.wait()
    _plans()


def _wait() -> None:
    for _ in range(100):
        try:
            _get("/healthz", "")
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("the web process does not answer")


def _get(path: str, cookie: str) -> tuple[int, str, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body, answer.headers


def _post(path: str, fields: dict[str, str], cookie: str) -> tuple[int, http.client.HTTPMessage]:
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
    headers = {
        "Cookie": cookie,
        "Content-Type": "application/x-www-form-urlencoded",
        "Referer": f"http://127.0.0.1:{PORT}/",
    }
    connection.request("POST", path, urlencode(fields), headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers


def _cookies(headers: http.client.HTTPMessage) -> str:
    return "; ".join(each.split(";")[0] for each in headers.get_all("Set-Cookie") or [])


def _sign_in(user: str) -> str:
    _, body, headers = _get("/demo/sign-in", "")
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', body)
    assert token
    cookie = _cookies(headers)
    fields = {"username": user, "csrfmiddlewaretoken": token[1]}
    status, headers = _post("/demo/sign-in", fields, cookie)
    assert status == 302, status
    return f"{cookie}; {_cookies(headers)}"


def _pages(user: str) -> None:
    cookie = _sign_in(user)
    _, queue, _ = _get("/console/cases", cookie)
    links = re.findall(r'href="(/console/cases/SJ\d+)"', queue)
    paths = ["/console/", "/console/cases", "/console/cases?state=all", "/console/cases?light=red"]
    for path in [*paths, *links[:1]]:
        times = _timed(lambda path=path: _get(path, cookie)[0], CLIENTS, REPEATS)
        name = "case page" if "SJ" in path else path
        print(f"{user:18} {name:28} {_figures(times)}")


def _figures(times: list[float]) -> str:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95) - 1]
    return f"p50 {statistics.median(ordered) * 1000:6.1f} ms  p95 {p95 * 1000:6.1f} ms"


def _timed(call: Callable[[], int], clients: int, repeats: int) -> list[float]:
    times: list[float] = []
    statuses: set[int] = set()

    def run() -> None:
        for _ in range(repeats):
            started = time.perf_counter()
            statuses.add(call())
            times.append(time.perf_counter() - started)

    threads = [threading.Thread(target=run) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if statuses - {200, 302}:
        print("  statuses", statuses)
    return times


def _intake(clients: int) -> None:
    """Reports sent through the residents' form, each with its own query code."""
    from wangge.lib.query_code import new_code

    _, body, headers = _get("/report/at/431124212217", "")
    token = re.search(r'csrfmiddlewaretoken" value="([^"]+)"', body)
    assert token
    cookie = _cookies(headers)

    def send() -> int:
        fields = {
            "csrfmiddlewaretoken": token[1],
            "page": "kind",
            "contact": "preset",
            "words": "路灯不亮",
            "category": "0404",
            "query_code": new_code(),
        }
        return _post("/report/at/431124212217", fields, cookie)[0]

    started = time.perf_counter()
    times = _timed(send, clients, INTAKES // clients)
    took = time.perf_counter() - started
    print(f"intake, {clients} client(s): {len(times) / took:5.0f} a second  {_figures(times)}")


def _plans() -> None:
    from django.db import connection
    from django.utils import timezone

    from wangge.doors.door import door
    from wangge.registers.accounts.models import Account
    from wangge.registers.organisations.queries import actor_of
    from wangge.work.cases import queries

    for user in ("township_centre", "county_centre", "transport_liaison"):
        at = timezone.now()
        actor = actor_of(Account.objects.get(username=user).pk, at)
        seen = queries.visible(actor).for_lists()
        chosen = queries.CaseFilter(state="open").for_home(actor)
        everything = queries.CaseFilter().for_home(actor)
        lists = {
            "my queue": queries.waiting_for(actor).for_lists().order_by("due_at", "id"),
            "open by due": chosen.apply(seen, at).order_by("due_at", "id"),
            "all by day": everything.apply(seen, at).order_by("-reported_at", "-id"),
        }
        for name, rows in lists.items():
            plan = door(actor, partial(rows[:51].explain, analyze=True, buffers=True))
            kept = [
                line
                for line in plan.splitlines()
                if re.search(r"Scan|Sort|Limit|Execution|Rows Removed", line)
            ]
            print(f"\nplan, {user}, {name}:", *kept[:14], sep="\n  ")
    connection.close()


if __name__ == "__main__":
    main()

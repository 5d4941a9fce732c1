"""Measure the platform at given numbers of cases: `bench/cases/measure.py --cases 10000 100000`.

Works on a database of its own (wangge_bench) in the demo's cluster, copied from a loaded demo, so
run `bin/demo` once before, and stop it. Prints p50 and p95 of each page with four clients, intake a
second with one and four clients, what each costs in processor time, and the plan of each list as the
web role. Everything stays on this machine's loopback.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "bin"), str(ROOT / "src"), str(ROOT)]

from bench.cases import database, load  # noqa: E402
from bench.cases.client import Client  # noqa: E402
from bench.cases.server import Server  # noqa: E402

from steps import project  # noqa: E402
from steps.cluster import DEMO  # noqa: E402

PORT = 8199
CLIENTS = 4
REPEATS = 60
REPORTS = 400
VILLAGE = "/report/at/431124212217"
USERS = ("station_head", "township_centre", "county_centre", "transport_liaison")
LISTS = ("/console/", "/console/cases", "/console/cases?state=all", "/console/cases?light=red")


def main() -> None:
    options = _options()
    database.provide(afresh=not options.keep)
    environment = dict(project.environment("web"))
    environment |= {"DATABASE_URL": DEMO.url(database.NAME, "wangge_login")}
    os.environ.update(environment)
    import django

    django.setup()
    shape = {name: given for name in ("workers", "threads") if (given := getattr(options, name))}
    for count in options.cases:
        database.fill_to(count)
        _measure(Server(PORT, environment, **shape), options.only)
        if "plans" in options.only:
            from bench.cases import plans

            plans.show(*USERS[1:])


def _options() -> argparse.Namespace:
    parts = ("pages", "intake", "plans")
    options = argparse.ArgumentParser(description="Measure the platform with many cases.")
    options.add_argument("--cases", type=int, nargs="+", default=[10_000, 100_000])
    options.add_argument("--keep", action="store_true", help="use the database of an earlier run")
    options.add_argument("--only", choices=parts, nargs="+", default=parts)
    options.add_argument("--workers", type=int, help="web processes (as the demo)")
    options.add_argument("--threads", type=int, help="threads in each (as the demo)")
    return options.parse_args()


def _measure(server: Server, parts: list[str]) -> None:
    try:
        for user in USERS if "pages" in parts else ():
            _pages(server, user)
        for clients in (1, CLIENTS) if "intake" in parts else ():
            _intake(server, clients)
    finally:
        server.stop()


def _pages(server: Server, user: str) -> None:
    client = Client(PORT)
    cookie = _sign_in(client, user)
    queue = client.get("/console/cases", cookie).body.decode()
    links = re.findall(r'href="(/console/cases/SJ\d+)"', queue)
    for path in [*LISTS, *links[:1]]:
        figures = load.run(server, PORT, _page(path, cookie), clients=CLIENTS, repeats=REPEATS)
        name = "case page" if "SJ" in path else path
        print(f"{user:18} {name:26} {figures}", flush=True)
    client.close()


def _page(path: str, cookie: str) -> load.Call:
    return lambda client: client.get(path, cookie)


def _sign_in(client: Client, user: str) -> str:
    form = client.get("/demo/sign-in")
    fields = {"username": user, "csrfmiddlewaretoken": form.token}
    answer = client.post("/demo/sign-in", fields, form.cookie)
    assert answer.status == 302, answer.status
    return f"{form.cookie}; {answer.cookie}"


def _intake(server: Server, clients: int) -> None:
    send = _report()
    load.run(server, PORT, send, clients=clients, repeats=20)  # every process has begun to work
    figures = load.run(server, PORT, send, clients=clients, repeats=REPORTS // clients)
    print(f"intake, {clients} client(s): {figures.a_second:5.0f} a second  {figures}", flush=True)


def _report() -> load.Call:
    """A report sent through the residents' form, each with its own query code."""
    from wangge.lib.query_code import new_code

    client = Client(PORT)
    form = client.get(VILLAGE)
    client.close()
    fields = {
        "csrfmiddlewaretoken": form.token,
        "page": "kind",
        "contact": "preset",
        "words": "路灯不亮",
        "category": "0404",
    }
    return lambda client: client.post(VILLAGE, {**fields, "query_code": new_code()}, form.cookie)


if __name__ == "__main__":
    main()

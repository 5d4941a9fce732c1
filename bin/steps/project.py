"""The project's own commands, run against the database of the demo."""

from collections.abc import Mapping
from functools import cache

from steps import shell, stamps
from steps.cluster import DEMO
from steps.console import step
from steps.places import PYTHON, ROOT, STATE, VENV
from wangge.config.database.provision import Plan

PLAN = Plan(database="wangge", login="wangge_login")
COMMAND = (PYTHON, VENV / "bin" / "wangge")
WORKER = (*COMMAND, "worker")


def environment(role: str) -> Mapping[str, str]:
    """What a process of the demo is told: its database, its role, its folder, that it is a demo."""
    return {
        "DATABASE_URL": DEMO.url(PLAN.database, PLAN.login or role),
        "WANGGE_DATABASE_ROLE": role,
        "WANGGE_STATE": str(STATE),
        "WANGGE_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "wangge.config.settings",
        "PYTHONUNBUFFERED": "1",
    }


def manage(*arguments: str, role: str, what: str) -> str:
    """Run ``wangge …`` as one of the database roles."""
    return shell.run(
        [*COMMAND, *arguments],
        what=what,
        cwd=ROOT,
        environment=environment(role),
    )


def provide_database() -> None:
    """Start the cluster and make roles, database and extensions."""
    with step("Database"):
        DEMO.start()
        mark = stamps.fingerprint((ROOT / "src/wangge/config/database").rglob("*.*"))
        if not stamps.current("provision", f"{mark} {_database_id()}"):
            DEMO.provision(PLAN)
            _database_id.cache_clear()
            stamps.set_current("provision", f"{mark} {_database_id()}")


def migrate() -> None:
    """Bring the tables up to date."""
    sources = [*(ROOT / "src").rglob("migrations/*.*"), ROOT / "requirements.lock"]
    mark = stamps.fingerprint(sources, _database_id())
    if not stamps.current("migrate", mark):
        with step("Tables"):
            manage("migrate", "--no-input", role="owner", what="bring the tables up to date")
        stamps.set_current("migrate", mark)


def load_demo(size: str) -> None:
    """Fill an empty database with the invented county; an earlier load is left as it is."""
    mark = f"{size} {_database_id()}"
    if not stamps.current("demo", mark):
        with step("Demo data"):
            manage("demo", "load", "--size", size, role="worker", what="load the demo data")
        stamps.set_current("demo", mark)


def drop_database() -> None:
    """Drop the demo's database; the roles stay."""
    DEMO.start()
    _psql(f"DROP DATABASE IF EXISTS {PLAN.database} WITH (FORCE)")
    _database_id.cache_clear()


@cache
def _database_id() -> str:
    """Changes when a database was dropped and made again, or the whole cluster was."""
    return _psql(
        "SELECT system_identifier, array_agg(oid ORDER BY oid)"
        " FROM pg_control_system(), pg_database GROUP BY 1"
    )


def _psql(statement: str) -> str:
    return shell.run(
        [
            DEMO.postgres.program("psql"),
            *("--no-psqlrc", "--tuples-only", "--no-align", "--quiet"),
            *("--dbname", DEMO.admin_url, "--command", statement),
        ],
        what="ask the database",
    ).strip()

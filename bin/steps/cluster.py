"""A private PostgreSQL cluster of this checkout, reached through a socket only."""

import shlex
import shutil
import subprocess
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlencode

from steps import lock, private_folder
from steps.account import Account, for_postgres
from steps.causes import advice, tail
from steps.failure import Stop
from steps.places import STATE
from wangge.config.database import programs, provision

_ALWAYS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "jit": "off",
    "timezone": "Asia/Shanghai",
    "log_timezone": "Asia/Shanghai",
    "shared_buffers": "256MB",
}
# What would be folly anywhere else: nobody misses a test database after a power cut.
_DISPOSABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
}


class Cluster:
    """One data folder with its server. ``disposable``: fast, and made again when damaged."""

    def __init__(self, name: str, *, disposable: bool, link: str | None = None) -> None:
        """``link`` is a name in the state folder that leads to the folder of the socket."""
        self.name = name
        self.disposable = disposable
        self._link = STATE / link if link else None
        self._used = False

    @cached_property
    def account(self) -> Account:
        """Who runs the server."""
        return for_postgres()

    @cached_property
    def home(self) -> Path:
        """The folder that holds data, socket and log."""
        return private_folder.for_cluster(STATE / self.name, self.account)

    @cached_property
    def socket(self) -> Path:
        """The folder of the socket."""
        return private_folder.for_socket(self.home, self.account)

    @property
    def data(self) -> Path:
        """PostgreSQL's data folder."""
        return self.home / "data"

    @cached_property
    def postgres(self) -> programs.Postgres:
        """The programs: for existing data those that wrote it, else the newest."""
        found = programs.installed()
        if not found:
            raise Stop("PostgreSQL with PostGIS is not installed.")
        if not (self.data / "PG_VERSION").exists():
            return found[0]
        written_by = int((self.data / "PG_VERSION").read_text())
        for one in found:
            if one.major == written_by:
                return one
        raise Stop(
            f"The database in {self.home} was written by PostgreSQL {written_by}, which is no"
            f" longer installed. Install postgresql-{written_by}-postgis-3, or start afresh by"
            f" removing {self.home}."
        )

    def url(self, database: str, user: str) -> str:
        """The libpq address of a database in this cluster."""
        place = urlencode({"host": self.socket, "user": user}, quote_via=quote)
        return f"postgresql:///{database}?{place}"

    @property
    def admin_url(self) -> str:
        """The superuser's address."""
        return self.url("postgres", "postgres")

    def running(self) -> bool:
        """Whether the server is up."""
        return self._pg_ctl("status").returncode == 0

    def start(self) -> bool:
        """Make the cluster if need be and start it; says whether it was down before."""
        with lock.held(self.name):
            self._used = True
            self._set_link()
            if not self.data.exists():
                self._create()
            elif self.running():
                return False
            failure = self._try_to_start()
            if failure and self.disposable:
                shutil.rmtree(self.data)
                self._create()
                failure = self._try_to_start()
            if failure:
                raise Stop(failure)
            return True

    def stop(self) -> None:
        """Stop the server if this script has used it, breaking off what still runs in it."""
        if self._used and self.data.exists():
            self._pg_ctl("stop", "--mode=fast", "--timeout=30")

    def provision(self, plan: provision.Plan) -> None:
        """Make roles, database and extensions where they are missing."""
        try:
            provision.apply(plan, psql=self.postgres.program("psql"), admin_url=self.admin_url)
        except provision.ProvisionError as error:
            what = f"Could not prepare the database {plan.database}."
            raise Stop(_explained(what, str(error))) from error

    def _set_link(self) -> None:
        if self._link and not (self._link.is_symlink() and self._link.readlink() == self.socket):
            self._link.unlink(missing_ok=True)
            self._link.symlink_to(self.socket)

    def _create(self) -> None:
        # Made next to its place and moved there, so that half a cluster is never found.
        unfinished = self.home / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        done = self.account.run(
            [
                self.postgres.program("initdb"),
                f"--pgdata={unfinished}",
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions",
                *(["--no-sync"] if self.disposable else []),
            ]
        )
        if done.returncode != 0:
            raise Stop(_explained(f"Could not make a database in {self.home}.", done.stdout))
        unfinished.rename(self.data)

    def _settings(self) -> Mapping[str, str]:
        return {
            **_ALWAYS,
            "unix_socket_directories": str(self.socket),
            **(_DISPOSABLE if self.disposable else {}),
        }

    def _try_to_start(self) -> str | None:
        log = self.home / "log"
        options = shlex.join(
            part for name, value in self._settings().items() for part in ("-c", f"{name}={value}")
        )
        done = self._pg_ctl("start", f"--log={log}", f"--options={options}", "--timeout=60")
        if done.returncode == 0:
            return None
        said = log.read_text(errors="replace") if log.exists() else done.stdout
        return _explained(f"PostgreSQL did not start; its log is {log}.", said)

    def _pg_ctl(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.account.run(
            [self.postgres.program("pg_ctl"), f"--pgdata={self.data}", "--wait", *arguments]
        )


def _explained(what: str, output: str) -> str:
    return f"{what} {advice(output) or ''}\n{tail(output)}"


# "run" is where commands look that are started by hand, without DATABASE_URL.
DEMO = Cluster("pg", disposable=False, link="run")
TEST = Cluster("pg-test", disposable=True)

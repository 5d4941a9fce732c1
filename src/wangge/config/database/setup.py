"""``wangge database_setup``: what a database administrator does once, printed or carried out."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from wangge.config.configuration_error import ConfigurationError
from wangge.config.database import programs, provision

COMMAND = "database_setup"


def main(arguments: Sequence[str]) -> int:
    """Print the psql script, or run it with a superuser's address; the answer is the status."""
    options = _options(arguments)
    login = None if options.separate_logins else options.login
    try:
        plan = provision.Plan(database=options.database, login=login)
    except ValueError as error:
        raise ConfigurationError(f"{COMMAND}: {error}") from error
    if options.admin_url is None:
        sys.stdout.write(provision.render(plan))
        return 0
    try:
        provision.apply(plan, psql=_psql(), admin_url=options.admin_url)
    except provision.ProvisionError as error:
        raise ConfigurationError(f"{COMMAND}: PostgreSQL refused: {error}") from error
    sys.stdout.write(f"Ready: database {plan.database}. Next: wangge migrate\n")
    return 0


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=f"wangge {COMMAND}",
        description="Roles, database and extensions: needs a PostgreSQL superuser, once.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--print", action="store_true", help="print the script for psql and change nothing"
    )
    what.add_argument("--admin-url", help="run it, with this superuser's postgresql:// address")
    parser.add_argument("--database", default="wangge", help="its name (wangge)")
    parser.add_argument(
        "--login", default="wangge_login", help="account that may take all roles (wangge_login)"
    )
    parser.add_argument(
        "--separate-logins",
        action="store_true",
        help="no such account: wangge_owner, wangge_web and wangge_worker sign in themselves",
    )
    return parser.parse_args(arguments)


def _psql() -> Path:
    if found := shutil.which("psql"):
        return Path(found)
    if servers := programs.installed():
        return servers[0].program("psql")
    raise ConfigurationError(
        f"{COMMAND} runs psql, which is not on this machine: install postgresql-client, or use"
        " --print and run the script where psql is."
    )

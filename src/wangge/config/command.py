"""The command ``wangge``: Django's commands, and two that work before Django does."""

import os
import sys
from collections.abc import Callable, Sequence

from django.core.management import execute_from_command_line
from django.db.utils import OperationalError

from wangge.config.configuration_error import ConfigurationError
from wangge.config.database import setup
from wangge.config.database.trouble import explain
from wangge.config.doctor import command as doctor
from wangge.config.language import WORDS, of_terminal

# These need no application registry: they serve where settings or database are still wrong.
_BEFORE_DJANGO: dict[str, Callable[[Sequence[str]], int]] = {
    "doctor": doctor.main,
    setup.COMMAND: setup.main,
}
# Which database role a command takes when WANGGE_DATABASE_ROLE does not say; others are "web".
_ROLES = {
    "migrate": "owner",
    "makemigrations": "owner",
    "showmigrations": "owner",
    "sqlmigrate": "owner",
    "worker": "worker",
    "verify": "worker",
}


def main() -> int:
    """Run the command line; a wrong setting or a database out of reach is one sentence."""
    name, *arguments = sys.argv[1:] or ["help"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wangge.config.settings")
    if name in _ROLES:
        os.environ.setdefault("WANGGE_DATABASE_ROLE", _ROLES[name])
    try:
        if name in _BEFORE_DJANGO:
            return _BEFORE_DJANGO[name](arguments)
        execute_from_command_line(sys.argv)
    except ConfigurationError as error:
        return _refuse(str(error))
    except OperationalError as error:
        if "--traceback" in arguments:
            raise
        return _refuse(WORDS.say(explain(str(error)), of_terminal(os.environ)))
    except KeyboardInterrupt:
        return 130
    return 0


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main())

"""PostgreSQL with PostGIS, always as one of three roles (web, worker, owner), never as superuser."""

from urllib.parse import quote

import psycopg
from psycopg.conninfo import conninfo_to_dict

from wangge.config.database.roles import ROLES, connection_options
from wangge.config.settings.environment import STATE, ConfigurationError, text
from wangge.config.settings.geo_libraries import GDAL_LIBRARY_PATH, GEOS_LIBRARY_PATH

__all__ = ["DATABASES", "DEFAULT_AUTO_FIELD", "GDAL_LIBRARY_PATH", "GEOS_LIBRARY_PATH"]

DATABASE_URL = text(
    "DATABASE_URL", f"postgresql://wangge_login@/wangge?host={quote(str(STATE / 'run'))}"
)
ROLE = text("WANGGE_DATABASE_ROLE", "web")


def connection(url: str, role: str) -> dict[str, object]:
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise ConfigurationError(
            f"DATABASE_URL cannot be read ({str(error).strip()}). "
            "Write it as postgresql://user:password@host:5432/wangge"
        ) from error
    if role not in ROLES:
        raise ConfigurationError(
            f"WANGGE_DATABASE_ROLE is {role!r}; it must be web, worker or owner."
        )
    known = {
        name: str(parts.pop(name, "") or "")
        for name in ("dbname", "user", "password", "host", "port")
    }
    return {
        "ENGINE": "django.contrib.gis.db.backends.postgis",
        "NAME": known["dbname"],
        "USER": known["user"],
        "PASSWORD": known["password"],
        "HOST": known["host"],
        "PORT": known["port"],
        # A connection is kept by its thread: opening one costs more than most pages.
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**parts, "options": connection_options(role)},
    }


DATABASES = {"default": connection(DATABASE_URL, ROLE)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

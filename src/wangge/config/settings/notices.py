"""How notices leave the house. Without these settings nothing does: they stay on people's pages."""

import json
from datetime import time
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from wangge.config.settings.county import COUNTY_ZONE
from wangge.config.settings.environment import ConfigurationError, text
from wangge.config.settings.security import LOOPBACK_HOSTS
from wangge.registers.notices.rules import QuietHours

# People outside have chosen no language of the platform: they are written to in the county's.
NOTICE_LANGUAGE = "zh"


def _quiet_hours(written: str) -> QuietHours:
    try:
        start, end = (time.fromisoformat(each) for each in written.split("-"))
    except ValueError as error:
        raise ConfigurationError(
            f"WANGGE_QUIET_HOURS is {written!r}; write it as 21:00-07:00."
        ) from error
    return QuietHours(start, end, COUNTY_ZONE)


NOTICE_QUIET_HOURS = _quiet_hours(text("WANGGE_QUIET_HOURS", "21:00-07:00"))


def _gateway(url: str) -> str:
    """Phone numbers travel there: in the clear only within this machine."""
    parts = urlsplit(url)
    private = parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS | {"::1"}
    if url and not (parts.scheme == "https" and parts.hostname) and not private:
        raise ConfigurationError(
            "WANGGE_NOTICE_URL must be an https:// address, or http:// on this machine."
        )
    return url


def _secret(url: str, path: str) -> bytes:
    if not url:
        return b""
    try:
        secret = Path(path).read_bytes().strip()
    except OSError as error:
        raise ConfigurationError(
            f"The file of WANGGE_NOTICE_SECRET_FILE cannot be read ({error.strerror}). "
            "It holds the secret shared with the gateway of WANGGE_NOTICE_URL."
        ) from error
    if len(secret) < 16:
        raise ConfigurationError("The secret in WANGGE_NOTICE_SECRET_FILE is too short: 16 bytes.")
    return secret


def _fields(written: str) -> dict[str, str]:
    try:
        fields = json.loads(written)
        if not isinstance(fields, dict) or not all(isinstance(v, str) for v in fields.values()):
            raise ValueError
    except ValueError as error:
        raise ConfigurationError(
            "WANGGE_NOTICE_FIELDS cannot be read; write it as "
            '{"mobile": "{phone}", "content": "{words}"}.'
        ) from error
    return fields


NOTICE_URL = _gateway(text("WANGGE_NOTICE_URL"))
NOTICE_SECRET = _secret(NOTICE_URL, text("WANGGE_NOTICE_SECRET_FILE"))
NOTICE_FIELDS = _fields(
    text("WANGGE_NOTICE_FIELDS", '{"id": "{id}", "phone": "{phone}", "words": "{words}"}')
)


def _mail(url: str) -> SplitResult:
    parts = urlsplit(url)
    if url and (parts.scheme not in {"smtp", "smtp+tls"} or not parts.hostname):
        raise ConfigurationError(
            "WANGGE_MAIL_URL cannot be read; write it as smtp+tls://user:password@host:587"
        )
    return parts


_MAIL = _mail(text("WANGGE_MAIL_URL"))
EMAIL_HOST = _MAIL.hostname or ""  # empty: no e-mail
EMAIL_PORT = _MAIL.port or 25
EMAIL_HOST_USER = unquote(_MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(_MAIL.password or "")
EMAIL_USE_TLS = _MAIL.scheme == "smtp+tls"
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = text("WANGGE_MAIL_FROM", "wangge@localhost")

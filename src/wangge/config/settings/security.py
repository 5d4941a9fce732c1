"""Deny by default: hosts, cookies, passwords, keys, content security policy."""

import secrets
from pathlib import Path

from csp.constants import NONE, SELF

from wangge.config.settings.environment import STATE, ConfigurationError, flag, text, words
from wangge.config.settings.maps import PICTURE_ORIGINS

DEBUG = flag("WANGGE_DEBUG")
ALLOWED_HOSTS = words("WANGGE_HOSTS", "127.0.0.1,localhost,[::1]")
LOOPBACK_HOSTS = {"127.0.0.1", "localhost", "[::1]"}

if flag("WANGGE_DEMO") and not LOOPBACK_HOSTS.issuperset(ALLOWED_HOSTS):
    # Its page of names lets anybody in without a password.
    raise ConfigurationError(
        "A demo is reached from its own computer only. Unset WANGGE_DEMO, "
        "or leave WANGGE_HOSTS at 127.0.0.1, localhost and [::1]."
    )


def _secret(path: Path) -> str:
    """The signing secret, made once with mode 0600; it never stands in the repository."""
    if path.exists():
        return path.read_text().strip()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        path.write_text(secrets.token_urlsafe(48))
    except OSError as error:
        raise ConfigurationError(
            f"The secret file {path} cannot be made ({error.strerror}). "
            "Set WANGGE_SECRET_FILE to a file that this user can write."
        ) from error
    return path.read_text().strip()


SECRET_KEY = _secret(Path(text("WANGGE_SECRET_FILE") or STATE / "secret"))
SEALING_KEY_FILE = Path(text("WANGGE_KEY_FILE") or STATE / "keys.json")

_HTTPS = flag("WANGGE_HTTPS")
SESSION_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_SECURE = _HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if _HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _HTTPS else None
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "wangge.interfaces.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SESSION_ENGINE = "wangge.registers.accounts.operations.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day; the idle limit is shorter
SESSION_IDLE_SECONDS = int(text("WANGGE_IDLE_MINUTES", "30")) * 60
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Nothing inline, and nothing foreign but the imagery the county chose; maps draw into blobs and
# data images of their own.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:", "blob:", *PICTURE_ORIGINS],
        "font-src": [SELF],
        "connect-src": [SELF, *PICTURE_ORIGINS],
        "worker-src": [SELF, "blob:"],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
UPLOAD_LIMIT_BYTES = 12 * 1024 * 1024

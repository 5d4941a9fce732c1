"""Settings of the ways out of the house; what is wrong is said so that a person can mend it."""

from __future__ import annotations

from importlib import reload
from pathlib import Path

import pytest

from wangge.config.configuration_error import ConfigurationError
from wangge.config.settings import notices


def loaded(patch: pytest.MonkeyPatch, **environment: str) -> dict[str, object]:
    """The settings as they are with these variables; afterwards as they were."""
    with patch.context() as inside:
        for name, value in environment.items():
            inside.setenv(name, value)
        try:
            return dict(vars(reload(notices)))
        finally:
            inside.undo()
            reload(notices)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WANGGE_QUIET_HOURS", "at night"),
        ("WANGGE_NOTICE_URL", "http://gateway.example.org/sms"),
        ("WANGGE_NOTICE_URL", "gateway.example.org"),
        ("WANGGE_NOTICE_URL", "https://gateway.example.org/sms"),  # without its secret
        ("WANGGE_NOTICE_FIELDS", "{phone}"),
        ("WANGGE_NOTICE_FIELDS", '{"mobile": 1}'),
        ("WANGGE_MAIL_URL", "mail.example.org"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match="WANGGE_"):
        loaded(monkeypatch, **{name: value})


def test_a_secret_is_read_from_its_file_and_not_too_short(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "secret"
    gateway = {
        "WANGGE_NOTICE_URL": "https://gateway.example.org/sms",
        "WANGGE_NOTICE_SECRET_FILE": str(file),
    }
    file.write_text("too short\n")
    with pytest.raises(ConfigurationError, match="16 bytes"):
        loaded(monkeypatch, **gateway)
    file.write_text("long enough for a secret\n")
    assert loaded(monkeypatch, **gateway)["NOTICE_SECRET"] == b"long enough for a secret"


def test_the_mail_server_is_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, WANGGE_MAIL_URL="smtp+tls://me:p%40ss@mail.example.org:587")
    assert (found["EMAIL_HOST"], found["EMAIL_PORT"]) == ("mail.example.org", 587)
    assert (found["EMAIL_HOST_USER"], found["EMAIL_HOST_PASSWORD"]) == ("me", "p@ss")
    assert found["EMAIL_USE_TLS"] is True


def test_nothing_leaves_unless_it_is_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch)
    assert (found["NOTICE_URL"], found["EMAIL_HOST"]) == ("", "")

"""Map services: what the settings make of a key or an address, and which hosts a page may reach."""

from __future__ import annotations

import pytest

from wangge.config.configuration_error import ConfigurationError
from wangge.config.settings import CONTENT_SECURITY_POLICY
from wangge.config.settings.maps import other, tianditu


def test_without_settings_no_other_host_is_reached() -> None:
    assert tianditu("", "key") == other("", "", "", "18") == []
    directives = CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert not [source for name in directives for source in directives[name] if "://" in source]


def test_the_national_service_has_imagery_and_map_with_names_on_top() -> None:
    imagery, drawn = tianditu("abc123", "")
    assert imagery.for_paper == drawn.for_paper == ""
    assert "LAYER=img&" in imagery.tiles
    assert "LAYER=cia&" in imagery.over
    assert ("LAYER=vec&" in drawn.tiles, "LAYER=cva&" in drawn.over) == (True, True)
    assert all("tk=abc123" in each and "{z}" in each for each in (imagery.tiles, imagery.over))
    assert imagery.origins == {"https://t0.tianditu.gov.cn"}


def test_paper_asks_with_the_key_that_no_browser_sees() -> None:
    for service in tianditu("abc123", "def456"):
        assert "tk=def456" in service.for_paper
        assert "def456" not in service.tiles + service.over


def test_any_service_by_its_address() -> None:
    (service,) = other("https://maps.example.gov.cn:8443/{z}/{x}/{y}.jpg?k=1", "影像", "某局", "19")
    assert service.origins == {"https://maps.example.gov.cn:8443"}
    assert service.for_paper == service.tiles
    assert (service.name, service.credit, service.deepest) == ("影像", "某局", 19)


@pytest.mark.parametrize(
    ("address", "deepest"),
    [
        ("http://maps.example.gov.cn/{z}/{x}/{y}", "18"),
        ("https://maps.example.gov.cn/{z}/{x}", "18"),
        ("javascript:alert({x}{y}{z})", "18"),
        ("https://maps.example.gov.cn/{z}/{x}/{y}", "deep"),
    ],
)
def test_what_cannot_be_used_stops_the_start(address: str, deepest: str) -> None:
    with pytest.raises(ConfigurationError):
        other(address, "", "", deepest)

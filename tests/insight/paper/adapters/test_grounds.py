"""What lies under a poster: pictures of the county or of a service, and what else if there is none."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from django.conf import settings
from PIL import Image

from tests.insight.maps.pictures import have_pictures
from tests.insight.paper.adapters.test_posters import IMPRINT
from tests.insight.paper.drawn import village
from tests.insight.paper.printed import pages_of, words_of
from wangge.config.settings.maps import other
from wangge.insight.paper.adapters.grounds import PLAIN, choices, lay
from wangge.insight.paper.adapters.posters import poster, view_of
from wangge.insight.paper.rules.sheets import Paper
from wangge.lib.coordinates import Metres, from_metres
from wangge.lib.web_tile import Box

FACTS = village(4, 12)
VIEW = view_of(FACTS)
GREEN, SAND = (60, 110, 50), (220, 200, 160)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "STATE", tmp_path / "state")


def have(key: str, colour: tuple[int, int, int], *, public: bool = True, invented: bool) -> None:
    """A set of pictures of one colour over the village and far around it."""
    have_pictures(
        settings.STATE, key, colour, over=around(), deepest=12, public=public, invented=invented
    )


def around() -> Box:
    west, south, east, north = VIEW.ground
    corners = from_metres(Metres(west, south)), from_metres(Metres(east, north))
    return Box(*corners[0], *corners[1]).grown(1)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    """A map service on this machine, known to the settings."""
    house = Service()
    address = f"http://127.0.0.1:{house.port}/{{z}}/{{x}}/{{y}}.png"
    monkeypatch.setattr(settings, "PICTURE_SERVICES", other(address, "航拍", "测绘院", "18"))
    yield house
    house.close()


class Service:
    """Answers every tile with `status` and a green picture."""

    def __init__(self) -> None:
        self.status = 200
        self.content = _png(GREEN)
        self.asked: list[str] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.port = self._server.server_address[1]
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(house) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - self is the request's
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                house.asked.append(self.path)
                self.send_response(house.status)
                self.send_header("Content-Length", str(len(house.content)))
                self.end_headers()
                self.wfile.write(house.content)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def _png(colour: tuple[int, int, int]) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (256, 256), colour).save(kept, "PNG")
    return kept.getvalue()


def colour_of(content: bytes) -> tuple[int, ...]:
    shown = Image.open(io.BytesIO(content))
    return shown.getpixel((shown.width // 3, shown.height // 2))  # type: ignore[return-value]


def near(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, other, strict=True))


def test_a_county_with_nothing_prints_on_plain_paper() -> None:
    assert [choice.key for choice in choices()] == [PLAIN]
    assert lay(PLAIN, VIEW, Paper.A3).ground is None


def test_imagery_comes_before_services_and_these_before_invented_relief(service: Service) -> None:
    have("relief", SAND, invented=True)
    have("own", GREEN, invented=False)
    assert [choice.key for choice in choices()] == ["own", "other", "relief", PLAIN]


def test_what_is_not_for_everybody_hangs_on_no_wall() -> None:
    have("own", GREEN, public=False, invented=False)
    assert [choice.key for choice in choices()] == [PLAIN]


@pytest.mark.parametrize("paper", list(Paper))
def test_a_picture_covers_the_map_with_200_dots_an_inch(paper: Paper) -> None:
    have("own", GREEN, invented=False)
    ground = lay("own", VIEW, paper).ground
    shown = Image.open(io.BytesIO(ground.content))
    inches = VIEW.width * paper.scale / 25.4
    assert abs(shown.width / inches - 200) < 1
    assert abs(shown.width / shown.height - VIEW.width / VIEW.height) < 0.01
    assert near(colour_of(ground.content), GREEN)


@pytest.mark.parametrize("focus", [None, FACTS.grids[2]], ids=["village", "grid"])
def test_a_poster_over_a_picture_names_its_source_and_loses_no_word(focus: object) -> None:
    have("own", GREEN, invented=False)
    ground = lay("own", view_of(FACTS, focus), Paper.A4).ground
    printed = poster(FACTS, IMPRINT, Paper.A4, focus=focus, ground=ground)
    plain = words_of(poster(FACTS, IMPRINT, Paper.A4, focus=focus))
    said = words_of(printed)
    assert pages_of(printed) == [(297, 210)]
    assert "底图：某局" in said
    assert IMPRINT.review_number in said
    assert sorted(said.replace("底图：某局·", "")) == sorted(plain)


def test_the_same_picture_is_the_same_bytes() -> None:
    have("own", GREEN, invented=False)
    assert lay("own", VIEW, Paper.A4) == lay("own", VIEW, Paper.A4)


def test_a_service_is_asked_for_each_tile_once(service: Service) -> None:
    laid = lay("other", VIEW, Paper.A4)
    assert laid.key == "other"
    assert near(colour_of(laid.ground.content), GREEN)
    assert laid.ground.credit == "测绘院"
    assert len(service.asked) == len(set(service.asked)) > 10


@pytest.mark.parametrize(
    ("status", "content"),
    [(403, b"no key"), (500, b""), (404, b""), (200, b"<html>no picture</html>"), (302, b"")],
)
def test_without_the_service_the_relief_is_taken(
    service: Service, status: int, content: bytes
) -> None:
    have("relief", SAND, invented=True)
    service.status, service.content = status, content
    laid = lay("other", VIEW, Paper.A4)
    assert laid.key == "relief"
    assert near(colour_of(laid.ground.content), SAND)


def test_without_service_and_relief_paper_is_plain(service: Service) -> None:
    service.status = 503
    assert lay("other", VIEW, Paper.A4).key == PLAIN


def test_imagery_of_another_place_is_none_of_this() -> None:
    have("own", GREEN, invented=False)
    far = replace(VIEW, west=VIEW.west + 200_000)
    assert lay("own", far, Paper.A4).key == PLAIN

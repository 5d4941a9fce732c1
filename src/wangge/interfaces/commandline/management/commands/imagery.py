"""`wangge imagery load FILE`: the county's own aerial pictures under its maps."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wangge.insight.maps.adapters.imagery.loading import Wishes, load, remove
from wangge.insight.maps.adapters.imagery.sets import imagery_sets
from wangge.lib.invalid import Invalid
from wangge.lib.message import Message


class Command(BaseCommand):
    """Takes in, lists and removes sets of picture tiles; they lie in the state folder."""

    help = "Load aerial pictures (GeoTIFF, a picture with a world file, MBTiles) under the maps."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES])
        actions = parser.add_subparsers(dest="action", required=True)
        loading = actions.add_parser("load", help="take in a file, over what its key had before")
        loading.add_argument("file", type=Path)
        loading.add_argument("--key", default="own", help="in addresses: small letters, digits, -")
        loading.add_argument("--name", default="", help="on the map; else the name of the file")
        loading.add_argument("--credit", default="", help="printed on the map")
        loading.add_argument(
            "--crs", default="", help="EPSG:4546 and the like, if the file is silent"
        )
        loading.add_argument("--zoom", type=int, help="the deepest; else that of the picture")
        loading.add_argument(
            "--public", action="store_true", help="everybody may see it, not only officials"
        )
        actions.add_parser("list", help="say which sets there are")
        removing = actions.add_parser("remove", help="take a set away")
        removing.add_argument("key")

    def handle(self, *args: Any, **options: Any) -> None:
        act = {"load": self._load, "list": self._list, "remove": self._remove}[options["action"]]
        act(**options)

    def _load(self, **options: Any) -> None:
        file: Path = options["file"]
        wishes = Wishes(
            key=options["key"],
            name=options["name"] or file.stem,
            credit=options["credit"],
            public=options["public"],
            crs=options["crs"],
            deepest=options["zoom"],
        )
        try:
            load(file, wishes, self._tell)
        except Invalid as error:
            raise CommandError(self._say(error.message, options)) from error
        self._list(**options)

    def _tell(self, count: int) -> None:
        self.stdout.write(f"\r  {count}", ending="")
        self.stdout.flush()

    def _list(self, **options: Any) -> None:
        self.stdout.write("")
        for each in imagery_sets():
            sight = Message("imagery.for_everybody" if each.public else "imagery.for_officials")
            words = self._say(sight, options)
            self.stdout.write(
                f"{each.key}: {each.name}, z{each.first_zoom}–{each.last_zoom}, {words}"
            )

    def _remove(self, **options: Any) -> None:
        if not remove(options["key"]):
            raise CommandError(
                self._say(Message("imagery.wrong.unknown", key=options["key"]), options)
            )

    def _say(self, message: Message, options: dict[str, Any]) -> str:
        return settings.WORDS.say(message, options["language"] or settings.LANGUAGES[0][0])

"""`wangge verify`: does the whole database hold together? Exit code 1 where it does not."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from wangge.access.actor import Actor
from wangge.doors.door import door
from wangge.insight.verification.verifying import verify
from wangge.lib.message import Message


class Command(BaseCommand):
    """Looks at everything, changes nothing, names broken rows by number."""

    help = "Check what must hold of the whole database."

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = [code for code, _ in settings.LANGUAGES]
        parser.add_argument("--language", choices=languages, default=languages[0])

    def handle(self, *args: Any, **options: Any) -> None:
        at = timezone.now()
        found = door(Actor.clock(settings.COUNTY_CODE), lambda: verify(at), read_only=True)
        for each in found:
            self.stdout.write(settings.WORDS.say(each.words, options["language"]))
        broken = sum(not each.holds for each in found)
        if broken:
            summary = Message("verify.summary", broken=broken, count=len(found))
            raise CommandError(settings.WORDS.say(summary, options["language"]), returncode=1)

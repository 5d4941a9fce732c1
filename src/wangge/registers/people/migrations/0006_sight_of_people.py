"""Residents and households are opened by sight of people, and no longer by sight of cases."""

from django.db import migrations

from wangge.access.sight import Sight
from wangge.doors.row_security import in_areas, in_areas_of_no_kind, restate, setting

OPEN_OR_ONES_OWN = f"officer OR {{}} OR id = {setting('person')}::uuid"
NOW = in_areas("area_code", Sight.PEOPLE)
BEFORE = in_areas_of_no_kind("area_code")


class Migration(migrations.Migration):
    dependencies = [("people", "0005_only_what_is_used")]

    operations = [
        restate(
            "people_person",
            see=OPEN_OR_ONES_OWN.format(NOW),
            before=OPEN_OR_ONES_OWN.format(BEFORE),
        ),
        restate("people_household", see=NOW, before=BEFORE),
        restate("people_householdplacement", see=NOW, before=BEFORE),
    ]

"""Cases are opened by sight of cases, and no longer by sight of people. All else stays as it was."""

from importlib import import_module

from django.db import migrations

from wangge.access.sight import Sight
from wangge.doors.row_security import in_areas, is_kind, restate, setting, shares_units, widely

second_wall = import_module("wangge.work.cases.migrations.0002_second_wall")
parties = import_module("wangge.work.cases.migrations.0003_parties")

BY_PLACE = (
    f"NOT restricted AND {in_areas('area_code', Sight.CASES)}"
    f" AND (parties_shown_to IS NULL OR {in_areas('left(area_code, 12)', Sight.CASES)})"
)
SIGHT = (
    f"({BY_PLACE}) OR {shares_units('participants')} OR ({parties.ON_MY_POST})"
    f" OR {second_wall.BY_RECEIPT} OR {is_kind('clock')} OR id = {setting('held')}::uuid"
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0008_scale_is_kept")]

    operations = [restate("cases_case", see=widely(SIGHT), before=widely(parties.SIGHT))]

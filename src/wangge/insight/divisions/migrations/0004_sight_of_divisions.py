"""Divisions are opened to those who take part in them, and no longer by sight of cases or people."""

from django.db import migrations

from wangge.access.sight import Sight
from wangge.doors.row_security import in_areas, in_areas_of_no_kind, restate

_OF_A_VILLAGE = ("villagerun", "proposal", "proposedgrid", "draft", "draftstep", "adoptionitem")
_IN_VILLAGE = {
    "see": in_areas("village_code", Sight.DIVISIONS),
    "before": in_areas_of_no_kind("village_code"),
}


class Migration(migrations.Migration):
    dependencies = [("divisions", "0003_runs_asked_again")]

    operations = [
        restate(
            "divisions_scenario",
            see=in_areas("area_code", Sight.DIVISIONS),
            before=in_areas_of_no_kind("area_code"),
        ),
        *(restate(f"divisions_{name}", **_IN_VILLAGE) for name in _OF_A_VILLAGE),
        restate("divisions_draftgrid", **_IN_VILLAGE, delete=True),
    ]

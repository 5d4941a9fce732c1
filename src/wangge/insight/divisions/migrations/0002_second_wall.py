"""Divisions are seen where their village is. The figures of a draft are written anew when it is
saved; what was done with a draft is never changed."""

from django.db import migrations

from wangge.doors.row_security import append_only, in_areas_of_no_kind, protect

_OF_A_VILLAGE = ("villagerun", "proposal", "proposedgrid", "draft", "draftstep", "adoptionitem")


class Migration(migrations.Migration):
    dependencies = [("divisions", "0001_initial")]

    operations = [
        protect("divisions_scenario", see=in_areas_of_no_kind("area_code")),
        *(
            protect(f"divisions_{name}", see=in_areas_of_no_kind("village_code"))
            for name in _OF_A_VILLAGE
        ),
        protect(
            "divisions_draftgrid",
            see=in_areas_of_no_kind("village_code"),
            delete=in_areas_of_no_kind("village_code"),
        ),
        append_only("divisions_draftstep"),
    ]

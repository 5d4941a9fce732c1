"""Residents are seen in their area only; who holds public office is no secret (phones are sealed)."""

from django.db import migrations

from wangge.doors.row_security import in_areas_of_no_kind, protect, setting


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]

    operations = [
        protect(
            "people_person",
            see=f"officer OR {in_areas_of_no_kind('area_code')} OR id = {setting('person')}::uuid",
        ),
        protect("people_household", see=in_areas_of_no_kind("area_code")),
    ]

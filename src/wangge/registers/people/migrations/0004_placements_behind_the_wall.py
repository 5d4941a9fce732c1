"""A placement is seen where its grid is; a published number is public by its owner's agreement."""

from django.db import migrations

from wangge.doors.row_security import in_areas_of_no_kind, protect


class Migration(migrations.Migration):
    dependencies = [("people", "0003_householdplacement_publicphone")]

    operations = [protect("people_householdplacement", see=in_areas_of_no_kind("area_code"))]

"""What somebody brought is seen by that person, and by the clock that works on it and forgets it."""

from django.db import migrations

from wangge.doors.row_security import is_kind, protect, setting

_ONES_OWN = f"person_id = {setting('person')}::uuid OR {is_kind('clock')}"


class Migration(migrations.Migration):
    dependencies = [("geodata", "0001_initial")]

    operations = [
        # A file is read anew when its person chooses otherwise: its features go, its line stays.
        protect("geodata_geodataimport", see=_ONES_OWN),
        protect("geodata_geodatafeature", see=_ONES_OWN, delete=_ONES_OWN),
    ]

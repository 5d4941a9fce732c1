"""A notice is seen by the person it is for, by the clock that sends it, and by the operator."""

from django.db import migrations

from wangge.doors.row_security import has_power, is_kind, protect, setting


class Migration(migrations.Migration):
    dependencies = [("notices", "0001_initial")]

    operations = [
        protect(
            "notices_notice",
            see=(
                f"person_id = {setting('person')}::uuid OR {is_kind('clock')}"
                f" OR {has_power('system.see')}"
            ),
        ),
    ]

"""The clock may forget notices that were sent or given up; nobody may forget one that waits."""

from django.db import migrations

from wangge.doors.row_security import is_kind

OVER = f"{is_kind('clock')} AND state IN ('sent', 'dead')"


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_once")]

    operations = [
        migrations.RunSQL(
            f"ALTER POLICY notices_notice_delete ON notices_notice USING ({OVER});",
            "ALTER POLICY notices_notice_delete ON notices_notice USING (false);",
        ),
    ]

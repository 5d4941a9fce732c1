"""Append-only, in the order of transactions, and read by the auditor or by oneself."""

from django.db import migrations

from wangge.doors.row_security import append_only, has_power, is_kind, protect, setting


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE audit_auditevent ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();
            CREATE INDEX audit_event_xid ON audit_auditevent (xid, id);
            """,
            "ALTER TABLE audit_auditevent DROP COLUMN xid;",
        ),
        append_only("audit_auditevent"),
        protect(
            "audit_auditevent",
            see=f"{has_power('audit.read')} OR person_id = {setting('person')}::uuid OR {is_kind('clock')}",
        ),
    ]

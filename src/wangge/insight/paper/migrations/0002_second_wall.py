"""An order is seen by the person whose it is, and by the clock that works on it."""

from django.db import migrations

from wangge.doors.row_security import is_kind, protect, setting

_ONES_OWN = f"person_id = {setting('person')}::uuid OR {is_kind('clock')}"


class Migration(migrations.Migration):
    dependencies = [("paper", "0001_initial")]

    operations = [protect(f"paper_{name}", see=_ONES_OWN) for name in ("printorder", "printpiece")]

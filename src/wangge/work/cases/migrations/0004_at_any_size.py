"""Lists as fast among a million cases as among a thousand: indexes for what is open and for one
state, and sight in words of which the planner expects enough.
"""

from importlib import import_module

import django.contrib.postgres.indexes
from django.db import migrations, models

from wangge.doors.row_security import restate, widely

parties = import_module("wangge.work.cases.migrations.0003_parties")


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_parties")]

    operations = [
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["county_code", "state", "-reported_at", "-id"], name="case_county_state"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["township_code", "state", "-reported_at", "-id"], name="case_town_state"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=django.contrib.postgres.indexes.GinIndex(
                condition=models.Q(("is_open", True)),
                fields=["participants"],
                name="case_open_participants",
            ),
        ),
        restate("cases_case", see=widely(parties.SIGHT), before=parties.SIGHT),
    ]

"""Flag P: what shows the parties of a case is read by its handling line and nobody else.

Files and the reporter are behind both walls. The words stand on rows that must be seen for number,
state and clock; they are behind the first wall alone (`contents`). A case of that kind stands in its
village and in no grid.
"""

from importlib import import_module

import django.contrib.postgres.fields
from django.db import migrations, models

from wangge.doors.row_security import (
    among_posts,
    in_areas_of_no_kind,
    in_intake_areas,
    in_units,
    is_kind,
    restate,
    setting,
    shares_units,
)

before = import_module("wangge.work.cases.migrations.0002_second_wall")

BY_PLACE = (
    f"NOT restricted AND {in_areas_of_no_kind('area_code')}"
    f" AND (parties_shown_to IS NULL OR {in_areas_of_no_kind('left(area_code, 12)')})"
)
ON_MY_POST = f"parties_shown_to IS NOT NULL AND {among_posts('responsible_post_id')}"
SIGHT = (
    f"({BY_PLACE}) OR {shares_units('participants')} OR ({ON_MY_POST})"
    f" OR {before.BY_RECEIPT} OR {is_kind('clock')} OR id = {setting('held')}::uuid"
)

# Of a case `c` that is seen: whether what shows its parties is read.
READ = (
    f"(c.parties_shown_to IS NULL OR {shares_units('c.parties_shown_to')}"
    f" OR {among_posts('c.responsible_post_id')} OR {before.COVERED}"
    f" OR {is_kind('clock', 'reporter')})"
)
FILES = f"EXISTS (SELECT 1 FROM cases_case c WHERE c.id = cases_casefile.case_id AND {READ})"

INTAKE = (
    f"CASE WHEN c.restricted THEN {in_units('c.responsible_unit_id')}"
    f" ELSE {in_intake_areas('c.area_code')} AND {READ} END"
)
REPORTER = f"""
    EXISTS (SELECT 1 FROM cases_case c WHERE c.id = cases_casereporter.case_id AND (
        {is_kind("clock", "reporter")} OR person_id = {setting("person")}::uuid
        OR ({INTAKE}) OR ({before.HANDLER})
    ))
"""
LOOKS = f"""
    CASE WHEN kind = 'reporter.opened' AND object_kind = 'case' THEN EXISTS (
        SELECT 1 FROM cases_case c
        WHERE c.id = object_id::uuid AND ({is_kind("reporter")} OR ({INTAKE}))
    ) ELSE false END
"""


def log_seen_by(looks: str) -> str:
    return (
        "ALTER POLICY audit_auditevent_see ON audit_auditevent"
        f" USING ({before.LOG_SEEN_BY} OR {looks});"
    )


# The categories with the flag on the day of this migration. A case of them that is being checked
# is read by who checks it from its next step on.
HIDE_WHAT_IS_THERE = """
    SELECT set_config('wangge.kind', 'clock', true);
    UPDATE cases_case SET parties_shown_to = participants
     WHERE category IN ('0101', '0108', '0110', '0111', '0113', '0804', '0806');
    SELECT set_config('wangge.kind', '', true);
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_second_wall")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="parties_shown_to",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.UUIDField(), null=True, size=None
            ),
        ),
        migrations.RunSQL(HIDE_WHAT_IS_THERE, migrations.RunSQL.noop),
        restate("cases_case", see=SIGHT, before=before.SIGHT),
        restate("cases_casefile", see=FILES, before=before.with_case("cases_casefile")),
        restate("cases_casereporter", see=REPORTER, before=before.REPORTER_SEEN_BY),
        migrations.RunSQL(log_seen_by(LOOKS), log_seen_by(before.LOOKS_SEEN_BY)),
    ]

"""Who sees a case: its area lies in mine and it is not restricted, or my unit takes part, or I hold
its receipt. Everything that hangs on a case is seen with it; the reporter's identity has more walls
(the same words as in `reporters.py`), and who looked at it is seen from both sides of them.
"""

from django.db import migrations

from wangge.doors.row_security import (
    WEB,
    WORKER,
    among_posts,
    has_power,
    in_areas_of_no_kind,
    in_intake_areas,
    in_units,
    is_kind,
    protect,
    setting,
    shares_units,
)

BY_RECEIPT = f"receipt = {setting('receipt')}"
SIGHT = (
    f"(NOT restricted AND {in_areas_of_no_kind('area_code')}) OR {shares_units('participants')}"
    f" OR {BY_RECEIPT} OR {is_kind('clock')} OR id = {setting('held')}::uuid"
)
SOMEBODY = f"{setting('kind')} IS NOT NULL"


def with_case(table: str) -> str:
    return f"EXISTS (SELECT 1 FROM cases_case c WHERE c.id = {table}.case_id)"


# The reporter's identity. Of a restricted case only the unit that has it sees it; else the intake of
# the place, and whoever the case lies on if the reporter agreed to be contacted.
INTAKE = (
    f"CASE WHEN c.restricted THEN {in_units('c.responsible_unit_id')}"
    f" ELSE {in_intake_areas('c.area_code')} END"
)
COVERED = (
    "c.responsible_post_id IN (SELECT post_id FROM organisations_postcover"
    f" WHERE ends_on IS NULL AND {among_posts('covered_by_id')})"
)
HANDLER = (
    "handler_may_contact AND NOT c.restricted"
    f" AND ({among_posts('c.responsible_post_id')} OR {COVERED})"
)
REPORTER_SEEN_BY = f"""
    EXISTS (SELECT 1 FROM cases_case c WHERE c.id = cases_casereporter.case_id AND (
        {is_kind("clock", "reporter")} OR person_id = {setting("person")}::uuid
        OR ({INTAKE}) OR ({HANDLER})
    ))
"""

# The log, as its own migration has it; and who looked at a reporter, when and why, is also read by
# the intake and by the reporter.
LOG_SEEN_BY = (
    f"{has_power('audit.read')} OR person_id = {setting('person')}::uuid OR {is_kind('clock')}"
)
LOOKS_SEEN_BY = f"""
    CASE WHEN kind = 'reporter.opened' AND object_kind = 'case' THEN EXISTS (
        SELECT 1 FROM cases_case c
        WHERE c.id = object_id::uuid AND ({is_kind("reporter")} OR ({INTAKE}))
    ) ELSE false END
"""


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial"), ("audit", "0002_second_wall")]

    operations = [
        migrations.RunSQL(
            f"""
            CREATE SEQUENCE cases_number MINVALUE 1 MAXVALUE 99999 CYCLE;
            GRANT USAGE ON SEQUENCE cases_number TO {WEB}, {WORKER};
            """,
            "DROP SEQUENCE cases_number;",
        ),
        protect("cases_case", see=SIGHT, insert=SOMEBODY),
        protect("cases_casereporter", see=REPORTER_SEEN_BY, insert=SOMEBODY),
        migrations.RunSQL(
            "ALTER POLICY audit_auditevent_see ON audit_auditevent"
            f" USING ({LOG_SEEN_BY} OR {LOOKS_SEEN_BY});",
            f"ALTER POLICY audit_auditevent_see ON audit_auditevent USING ({LOG_SEEN_BY});",
        ),
        *(
            protect(table, see=with_case(table), insert=SOMEBODY)
            for table in (
                "cases_casestep",
                "cases_caseterm",
                "cases_casetask",
                "cases_caseparticipant",
                "cases_casefile",
                "cases_supervision",
            )
        ),
    ]

"""Who sees a case: its area lies in mine and it is not restricted, or my unit takes part, or I hold
its receipt. Everything that hangs on a case is seen with it; the reporter's identity has more walls.
"""

from django.db import migrations

from wangge.doors.row_security import (
    WEB,
    WORKER,
    has_power,
    in_areas,
    is_kind,
    protect,
    setting,
    shares_units,
)

BY_RECEIPT = f"receipt = {setting('receipt')}"
SIGHT = (
    f"(NOT restricted AND {in_areas('area_code')}) OR {shares_units('participants')}"
    f" OR {BY_RECEIPT} OR {is_kind('clock')}"
)
SOMEBODY = f"{setting('kind')} IS NOT NULL"


def with_case(table: str, more: str = "true") -> str:
    return f"EXISTS (SELECT 1 FROM cases_case c WHERE c.id = {table}.case_id) AND ({more})"


REPORTER_SEEN_BY = (
    f"{has_power('reporter.see')} OR handler_may_contact OR {is_kind('clock', 'reporter')}"
    f" OR person_id = {setting('person')}::uuid"
)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        migrations.RunSQL(
            f"""
            CREATE SEQUENCE cases_number MINVALUE 1 MAXVALUE 99999 CYCLE;
            GRANT USAGE ON SEQUENCE cases_number TO {WEB}, {WORKER};
            """,
            "DROP SEQUENCE cases_number;",
        ),
        protect("cases_case", see=SIGHT, insert=SOMEBODY),
        protect(
            "cases_casereporter",
            see=with_case("cases_casereporter", REPORTER_SEEN_BY),
            insert=SOMEBODY,
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

from django.db import migrations

# The words for a length of time belong to the terms of all work: they are told by another code.
RENAME_SPANS = """
    SELECT set_config('wangge.kind', 'clock', true);
    UPDATE cases_caseterm SET explanation = replace(explanation::text, '"{0}', '"{1}')::jsonb
     WHERE explanation::text LIKE '%"{0}%';
    SELECT set_config('wangge.kind', '', true);
"""
FORMER, PRESENT = "case.span.", "term.span."


class Migration(migrations.Migration):
    dependencies = [("cases", "0006_asked_of")]

    operations = [
        migrations.RunSQL(
            RENAME_SPANS.format(FORMER, PRESENT), RENAME_SPANS.format(PRESENT, FORMER)
        )
    ]

"""The second wall: row-level security as migration operations, written in one vocabulary.

Policies read the settings that `door` sets, always through a scalar sub-select: PostgreSQL then
evaluates them once per statement (an InitPlan) instead of once per row, and can still use an index.
Areas are compared as ranges, never by LIKE: code columns use the C collation, so `lo <= code < lo:`
covers a place and everything inside it; an empty setting is NULL and opens nothing.

A table belongs to one kind of sight (`access.sight`); its policy reads the areas of that kind.
"""

from collections.abc import Iterable

from django.db import migrations

from wangge.access.sight import KindOfSight

OWNER, WEB, WORKER = "wangge_owner", "wangge_web", "wangge_worker"


def setting(name: str) -> str:
    """SQL: a setting of the scope, NULL when empty; evaluated once per statement."""
    return f"(SELECT nullif(current_setting('wangge.{name}', true), ''))"


def in_areas(column: str, kind: KindOfSight) -> str:
    """SQL: the area code in `column` lies in one of the areas that the kind of sight opens."""
    return _in_one_of(column, kind.slots)


def in_areas_of_no_kind(column: str) -> str:
    """SQL: what `in_areas` was while all kinds of sight shared four slots.

    For the migrations of that time, which must keep their SQL. Nothing fills those slots any more,
    so such a policy shows nothing; later migrations have restated all of them.
    """
    return _in_one_of(column, ("area1", "area2", "area3", "area4"))


def _in_one_of(column: str, slots: Iterable[str]) -> str:
    areas = (setting(slot) for slot in slots)
    return "(" + " OR ".join(f"({column} >= {a} AND {column} < {a} || ':')" for a in areas) + ")"


def in_units(column: str) -> str:
    """SQL: the unit in `column` is one of the actor's units."""
    return f"({column} = ANY (ARRAY(SELECT unnest({_units()}))))"


def among_posts(column: str) -> str:
    """SQL: the post in `column` is one of the actor's posts."""
    return f"({column} = ANY (ARRAY(SELECT unnest({_listed('posts', 'uuid')}))))"


def in_intake_areas(column: str) -> str:
    """SQL: in the area of `column` one of the actor's posts may see who reported."""
    areas = f"unnest((SELECT {_listed('intake', 'text')})) lo"
    inside = f"{column} >= lo AND {column} < lo || ':'"
    return f"EXISTS (SELECT 1 FROM {areas} WHERE {inside})"  # noqa: S608 - names of our own


def shares_units(column: str) -> str:
    """SQL: the array of units in `column` and the actor's units have one in common."""
    return f"({column} && (SELECT {_units()}))"


def _units() -> str:
    return _listed("units", "uuid")


def _listed(name: str, kind: str) -> str:
    return f"nullif(current_setting('wangge.{name}', true), '')::{kind}[]"


def is_kind(*kinds: str) -> str:
    """SQL: the actor is of one of these kinds (person, reporter, visitor, clock)."""
    listed = ", ".join(f"'{kind}'" for kind in kinds)
    return f"({setting('kind')} IN ({listed}))"


def has_power(permission: str) -> str:
    """SQL: one of the actor's posts carries the permission, in any area."""
    return f"(SELECT '{permission}' = ANY ({_listed('powers', 'text')}))"


def widely(condition: str) -> str:
    """SQL: the same condition, in a form that PostgreSQL expects half of the rows to meet.

    It expects next to no row in a range between settings. It would then collect and sort all cases
    of a township instead of walking an index in order until a page is full.
    """
    return f"coalesce(({condition}), false)"


def protect(
    table: str,
    *,
    see: str,
    insert: str = "true",
    change: str | None = None,
    delete: str = "false",
) -> migrations.RunSQL:
    """Force row-level security on `table`. `see` bounds SELECT; `change` bounds UPDATE (else `see`).

    INSERT is bounded by `insert` and otherwise by the operations (the first wall). DELETE is closed
    by default: rows of a register are dated, and only retention deletes them.
    """
    sql = f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY {table}_see ON {table} FOR SELECT USING ({see});
        CREATE POLICY {table}_insert ON {table} FOR INSERT WITH CHECK ({insert});
        CREATE POLICY {table}_change ON {table} FOR UPDATE USING ({change or see}) WITH CHECK (true);
        CREATE POLICY {table}_delete ON {table} FOR DELETE USING ({delete});
    """
    reverse = f"""
        DROP POLICY {table}_see ON {table}; DROP POLICY {table}_insert ON {table};
        DROP POLICY {table}_change ON {table}; DROP POLICY {table}_delete ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
    """
    return migrations.RunSQL(sql, reverse)


def restate(table: str, *, see: str, before: str, delete: bool = False) -> migrations.RunSQL:
    """Bound SELECT and UPDATE of a protected table by `see` instead of `before`.

    With `delete` DELETE too, for tables where the same words bound it.
    """
    policies = ("see", "change", "delete") if delete else ("see", "change")
    return migrations.RunSQL(_bounded(table, policies, see), _bounded(table, policies, before))


def _bounded(table: str, policies: Iterable[str], condition: str) -> str:
    return "".join(f"ALTER POLICY {table}_{p} ON {table} USING ({condition});" for p in policies)


def append_only(table: str) -> migrations.RunSQL:
    """Leave the web and worker roles INSERT and SELECT only: records stay as they were made."""
    return migrations.RunSQL(
        f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {WEB}, {WORKER};",
        f"GRANT UPDATE, DELETE ON {table} TO {WEB}, {WORKER};",
    )

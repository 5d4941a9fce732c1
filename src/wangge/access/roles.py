"""Which post carries which permissions. The whole of it on one page, so that it can be argued over.

A role is decided by the unit's kind and the post's kind, never by a person. Codes of kinds are those
of `registers/organisations/rules`; they are repeated here as text because this floor lies below.
"""

from collections.abc import Iterable

from wangge.access.permissions import Permission

P = Permission

_EVERYONE = frozenset({P.ORGANISATION_SEE, P.CASE_MOVE})
_DRAWING = frozenset({P.AREA_EDIT, P.DIVISION_DRAW})
_FIELD = _EVERYONE | {P.CASE_REPORT, P.CASE_SEE, P.PEOPLE_SEE}
_STATION = _FIELD | {P.REPORTER_SEE}
_ACROSS = _EVERYONE | {P.CASE_SEE}  # looks across its place and supervises
_CENTRE = _EVERYONE | _DRAWING | {P.CASE_REPORT, P.CASE_SEE, P.REPORTER_SEE}

# The three duties that must never meet in one hand: audit, security, operation.
_AUDITOR = frozenset({P.AUDIT_READ, P.ORGANISATION_SEE})
_SECURITY = frozenset({P.ACCOUNT_MANAGE, P.ORGANISATION_APPOINT, P.ORGANISATION_SEE})
_OPERATION = frozenset({P.SYSTEM_SEE, P.ORGANISATION_SEE})

_BY_POST_KIND = {"auditor": _AUDITOR, "security_admin": _SECURITY, "it_admin": _OPERATION}

_BY_UNIT_KIND = {
    "v_service_station": _STATION,
    "v_committee": _ACROSS,
    "v_branch": _ACROSS,
    "v_oversight": _ACROSS,
    "t_grid_centre": _CENTRE,
    "t_government": _ACROSS,
    "county_grid_centre": _CENTRE,
    "leading_group": _ACROSS,
}

# Units whose named posts look across an area although their unit as such does not.
_BY_BOTH = {
    ("v_service_station", "grid_worker"): _FIELD,
    ("v_service_station", "grid_deputy"): _FIELD,
    ("v_service_station", "head"): _STATION | _DRAWING,
    ("political_legal_committee", "supervisor"): _ACROSS,
    ("county_government_office", "supervisor"): _ACROSS,
    ("county_government_office", "recorder"): _ACROSS,
    ("county_party_office", "recorder"): _ACROSS,
    ("county_grid_centre", "head"): _CENTRE | {P.ORGANISATION_APPOINT, P.DIVISION_APPROVE},
    ("t_grid_centre", "head"): _CENTRE | {P.ORGANISATION_APPOINT, P.DIVISION_ENDORSE},
}


OF_A_GRID = frozenset({"grid_worker", "grid_deputy"})
"""Kinds of posts that speak for a grid and not for their unit."""


def permissions_of(unit_kind: str, post_kind: str) -> frozenset[Permission]:
    """Permissions of a post. Units that are not listed only share in cases they take part in."""
    if post_kind in _BY_POST_KIND:
        return _BY_POST_KIND[post_kind]
    return _BY_BOTH.get((unit_kind, post_kind)) or _BY_UNIT_KIND.get(unit_kind, _EVERYONE)


def roles_with(permission: Permission) -> Iterable[tuple[str, str]]:
    """The (unit kind or *, post kind or *) pairs that carry a permission, as documented."""
    yield from (("*", post) for post, held in _BY_POST_KIND.items() if permission in held)
    yield from (pair for pair, held in _BY_BOTH.items() if permission in held)
    yield from ((unit, "*") for unit, held in _BY_UNIT_KIND.items() if permission in held)

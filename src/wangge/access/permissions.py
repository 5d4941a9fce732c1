"""Every permission of the platform, one line each. `docs/permissions.md` explains who gets them."""

from enum import StrEnum


class Permission(StrEnum):
    """A thing somebody may do in an area. Stored nowhere: grants follow from posts (roles.py)."""

    CASE_REPORT = "case.report"  # enter a case, for oneself or on behalf of a resident
    CASE_SEE = "case.see"  # see the unrestricted cases of an area
    CASE_MOVE = "case.move"  # make the moves that the rules give to one's post
    REPORTER_SEE = "reporter.see"  # see who reported (the intake centre)
    PEOPLE_SEE = "people.see"  # see households and persons of an area, masked
    AREA_EDIT = "area.edit"  # enter groups, points, outlines and barriers of places
    DIVISION_DRAW = "division.draw"  # have divisions proposed, draw and submit a draft
    DIVISION_ENDORSE = "division.endorse"  # agree for the township, or send a draft back
    DIVISION_APPROVE = "division.approve"  # decide for the county from which day grids are in force
    ORGANISATION_SEE = "organisation.see"  # see units, posts, duty sheets and who holds them
    ORGANISATION_APPOINT = "organisation.appoint"  # appoint, dismiss, name a substitute
    ACCOUNT_MANAGE = "account.manage"  # create accounts, reset passwords, end sessions
    AUDIT_READ = "audit.read"  # read the audit log (the independent auditor)
    SYSTEM_SEE = "system.see"  # see health, jobs and dead letters

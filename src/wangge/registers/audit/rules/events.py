"""Every kind of event, one line each; `docs/events.md` explains them."""

from enum import StrEnum


class Event(StrEnum):
    """What happened; the values are stored and never change."""

    CASE_MOVED = "case.moved"
    CASE_SOUGHT = "case.sought"  # a reporter opened a case by number and code
    REPORTER_OPENED = "reporter.opened"  # identifying data of a reporter was shown
    SUPERVISION_ANSWERED = "supervision.answered"
    APPOINTED = "organisation.appointed"
    DISMISSED = "organisation.dismissed"
    SUBSTITUTED = "organisation.substituted"
    SUBSTITUTION_ENDED = "organisation.substitution_ended"
    UNIT_PHONE_SET = "organisation.phone_set"
    UNITS_ESTABLISHED = "organisation.established"
    POSTS_ENDED = "organisation.posts_ended"
    AREAS_ESTABLISHED = "area.established"
    BARRIERS_ENTERED = "barrier.entered"
    AREA_SUCCEEDED = "area.succeeded"
    VILLAGE_OUTLINED = "area.outlined"
    GRIDS_DRAWN = "grid.drawn"
    GROUPS_PLACED = "group.placed"
    GROUPS_LOCATED = "group.located"
    SPECIAL_GRID_ENDED = "grid.special_ended"
    HOUSEHOLDS_ENTERED = "household.entered"
    HOUSEHOLDS_PLACED = "household.placed"
    HOUSEHOLDS_LOCATED = "household.located"
    PERSON_ENTERED = "person.entered"
    PHONE_PUBLISHED = "person.phone_published"
    PHONE_WITHDRAWN = "person.phone_withdrawn"
    ACCOUNT_CREATED = "account.created"
    ACCOUNT_DISABLED = "account.disabled"
    ACCOUNT_ENABLED = "account.enabled"
    ACCOUNT_GIVEN = "account.given"  # a person may sign in with it
    PASSWORD_CHANGED = "password.changed"  # noqa: S105 - the name of an event
    PASSWORD_RESET = "password.reset"  # noqa: S105 - the name of an event
    SECOND_FACTOR_BEGUN = "account.second_factor_begun"
    SECOND_FACTOR_SET = "account.second_factor_set"
    SECOND_FACTOR_RESET = "account.second_factor_reset"
    SECOND_FACTOR_DEMANDED = "account.second_factor_demanded"
    SESSIONS_ENDED = "account.sessions_ended"
    SIGNED_IN = "account.signed_in"
    SIGN_IN_FAILED = "account.sign_in_failed"
    SIGNED_OUT = "account.signed_out"
    TOKEN_ISSUED = "token.issued"  # noqa: S105 - the name of an event
    TOKEN_REVOKED = "token.revoked"  # noqa: S105 - the name of an event
    PRINT_ASKED_FOR = "print.asked_for"
    PRINT_MADE = "print.made"
    PRINT_CANCELLED = "print.cancelled"
    LIST_ASKED_FOR = "list.asked_for"
    LIST_WRITTEN = "list.written"
    LIST_FAILED = "list.failed"
    LIST_BROUGHT = "list.brought"
    LIST_TAKEN = "list.taken"
    NAMES_TAKEN_OUT = "names.taken_out"  # a file that may name people was made for a person
    GEODATA_BROUGHT = "geodata.brought"
    GEODATA_CHOSEN = "geodata.chosen"  # how the file is to be read
    GEODATA_READ = "geodata.read"
    GEODATA_CONFIRMED = "geodata.confirmed"  # what was read is to be written
    GEODATA_WRITTEN = "geodata.written"
    GEODATA_DROPPED = "geodata.dropped"
    BATCH_OPENED = "division.batch_opened"
    BATCH_FILLED = "division.batch_filled"
    CALENDAR_LOADED = "calendar.loaded"
    DIVISION_ASKED = "division.asked"  # villages are to be divided by the engine
    DIVISION_CANCELLED = "division.cancelled"
    DIVISION_RESUMED = "division.resumed"
    DIVISION_COMPUTED = "division.computed"
    DIVISION_DRAFTED = "division.drafted"  # a proposal was taken up as a draft
    FILE_ADOPTED = "file.adopted"
    DIVISION_DRAWN = "division.drawn"  # somebody edited a draft by hand
    DIVISION_MOVED = (
        "division.moved"  # a draft of a division was moved on, by people or by the clock
    )
    NOTICE_DEAD = "notice.dead"
    NOTICE_SENT_AGAIN = "notice.sent_again"  # the operator gave a dead one its tries again

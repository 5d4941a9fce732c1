"""Why a connection to PostgreSQL failed, and what to do about it.

libpq gives no code for a refused connection, only words; they are English unless the server
was told to speak another language, and then the general message carries them as they are.
"""

import re

from wangge.lib.message import Message

_KINDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(words), f"doctor.database.{kind}")
    for words, kind in (
        (r"password authentication failed|no password supplied|fe_sendauth", "bad_password"),
        (r"no pg_hba\.conf entry|Peer authentication failed", "not_admitted"),
        (r'database "[^"]*" does not exist', "no_database"),
        (r'permission denied to set role|invalid value for parameter "role"', "role_refused"),
        (r'role "[^"]*" does not exist', "no_account"),
        (r"could not translate host name|failed to resolve host", "unknown_host"),
        (r"[Cc]onnection refused|No such file or directory", "not_running"),
        (r"timeout expired|timed out|No route to host|unreachable", "no_answer"),
        (r"too many clients|remaining connection slots", "too_many"),
        (r"starting up|shutting down|recovery mode", "starting"),
    )
)


def explain(said: str) -> Message:
    """The message for what libpq or the server said."""
    kind = next((code for words, code in _KINDS if words.search(said)), "doctor.database.other")
    return Message(kind, said=" ".join(said.split()))

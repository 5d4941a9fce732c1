"""What a reporter holds: number and query code, of which only a keyed digest is stored."""

from wangge.lib import case_number, query_code
from wangge.registers.accounts.adapters.key_ring import key_ring


def receipt_digest(number: str, code: str) -> str:
    """Hex digest of a number and its query code, however either was typed; raises Invalid."""
    return key_ring().digest(f"{case_number.normalise(number)}\n{query_code.normalise(code)}").hex()

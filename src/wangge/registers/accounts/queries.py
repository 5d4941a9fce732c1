"""What can be asked of accounts."""

from wangge.registers.accounts.models import Account, AccountQuerySet


def usable_account(username: str) -> Account | None:
    return AccountQuerySet(Account).usable().filter(username=username).first()

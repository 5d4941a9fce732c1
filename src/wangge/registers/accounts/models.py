"""Who can sign in, and who is. An account is a name and secrets; persons and posts are apps above."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from wangge.doors import columns
from wangge.registers.accounts.rules import Owed, owed


class AccountQuerySet(models.QuerySet["Account"]):
    """Accounts in bulk."""

    def usable(self) -> "AccountQuerySet":
        """Accounts that are not closed."""
        return self.filter(disabled_at=None)


class AccountManager(models.Manager.from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """What Django's authentication asks of a manager."""

    def get_by_natural_key(self, username: str) -> "Account":
        """The account of that name, closed or not. Account.DoesNotExist if there is none."""
        account: Account = self.get(username=username)
        return account


class Account(AbstractBaseUser):
    """A sign-in. `must_use_second_factor` holds for the county's posts and the administrators."""

    id = columns.key()
    username = models.CharField(max_length=60, unique=True)
    password_set_at = models.DateTimeField(null=True)
    must_change_password = models.BooleanField(default=False)  # it was set by somebody else
    second_factor = models.BinaryField(null=True)  # sealed TOTP secret
    second_factor_pending = models.BinaryField(null=True)  # begun, not yet confirmed by a code
    second_factor_step = models.BigIntegerField(default=0)  # last time step used: no replay
    must_use_second_factor = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    disabled_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "username"

    objects = AccountManager()

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        """Whether it is open; Django asks this at every request."""
        return self.disabled_at is None

    @property
    def owes(self) -> Owed | None:
        """What has to be done at the next sign-in before anything else."""
        return owed(
            must_change_password=self.must_change_password,
            must_use_second_factor=self.must_use_second_factor,
            has_second_factor=self.second_factor is not None,
        )


class Session(AbstractBaseSession):
    """A browser that is signed in (or on its way), and what its person may see of it.

    `network` is what `rules.network_of` leaves of an address, `browser` a class and no more.
    """

    account = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    network = models.CharField(max_length=40, blank=True, db_collation="C")
    browser = columns.short_code(blank=True)  # rules.Browser
    began_at = models.DateTimeField(null=True)
    last_seen_at = models.DateTimeField(null=True)

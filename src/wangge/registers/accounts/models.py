"""Who can sign in. An account knows a name and secrets; the person and the posts lie above."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models

from wangge.doors import columns


class AccountQuerySet(models.QuerySet["Account"]):
    def usable(self) -> "AccountQuerySet":
        return self.filter(disabled_at=None)


class AccountManager(models.Manager.from_queryset(AccountQuerySet)):  # type: ignore[misc]
    """What Django's authentication asks of a manager."""

    def get_by_natural_key(self, username: str) -> "Account":
        account: Account = self.get(username=username)
        return account


class Account(AbstractBaseUser):
    """A sign-in. `must_use_second_factor` holds for the county's posts and the administrators."""

    id = columns.key()
    username = models.CharField(max_length=60, unique=True)
    password_set_at = models.DateTimeField(null=True)
    second_factor = models.BinaryField(null=True)  # sealed TOTP secret
    second_factor_step = models.BigIntegerField(default=0)  # last time step used: no replay
    must_use_second_factor = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    disabled_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "username"

    objects = AccountManager()

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        return self.disabled_at is None

"""Addresses of what belongs to a person: account, sign-in, notices, tokens."""

from django.urls import path

from wangge.interfaces.console.own import account, notices, sign_in, tokens

urlpatterns = [
    path("notices", notices.notices, name="notices"),
    path("notices/read", notices.notices_read, name="notices-read"),
    path("notices/<uuid:notice>/read", notices.notice_read, name="notice-read"),
    path("account", account.own_account, name="account"),
    path("account/password", sign_in.own_password, name="account-password"),
    path("account/second-factor", sign_in.own_second_factor, name="account-second-factor"),
    path(
        "account/second-factor/begin",
        sign_in.begin_second_factor,
        name="account-begin-second-factor",
    ),
    path("account/sessions/<str:handle>/end", account.end_session, name="account-end-session"),
    path("tokens", tokens.tokens, name="tokens"),
    path("tokens/<uuid:token>/revoke", tokens.revoke, name="revoke-token"),
]

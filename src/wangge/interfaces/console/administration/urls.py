"""Addresses of looking after the platform: accounts, the log, undelivered letters."""

from django.urls import path

from wangge.interfaces.console.administration import accounts, audit_log, undelivered

urlpatterns = [
    path("letters", undelivered.dead_letters, name="dead-letters"),
    path("letters/<uuid:notice>/again", undelivered.notice_again, name="notice-again"),
    path("accounts", accounts.accounts, name="accounts"),
    path("accounts/new", accounts.new_account, name="accounts-new"),
    path("accounts/<uuid:account>", accounts.account_page, name="accounts-one"),
    path("accounts/<uuid:account>/<str:act>", accounts.account_act, name="accounts-act"),
    path("audit", audit_log.audit_log, name="audit"),
    path("audit/<uuid:event>", audit_log.audit_event, name="audit-event"),
]

"""The app as Django loads it."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "wangge.registers.accounts"
    label = "accounts"

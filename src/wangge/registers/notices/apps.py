"""The app as Django loads it."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "wangge.registers.notices"
    label = "notices"

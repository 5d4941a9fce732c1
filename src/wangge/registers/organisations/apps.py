"""The app as Django loads it."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "wangge.registers.organisations"
    label = "organisations"

"""The app as Django loads it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "wangge.registers.people"
    label = "people"

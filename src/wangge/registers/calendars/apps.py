"""The app as Django loads it."""

from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "wangge.registers.calendars"
    label = "calendars"

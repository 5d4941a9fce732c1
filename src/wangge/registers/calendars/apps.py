from django.apps import AppConfig


class CalendarsConfig(AppConfig):
    name = "wangge.registers.calendars"
    label = "calendars"

"""The app as Django loads it."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "wangge.registers.areas"
    label = "areas"

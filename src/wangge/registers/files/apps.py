"""The app as Django loads it."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "wangge.registers.files"
    label = "files"

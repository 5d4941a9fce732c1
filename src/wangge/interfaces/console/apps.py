from django.apps import AppConfig


class ConsoleConfig(AppConfig):
    name = "wangge.interfaces.console"
    label = "console"

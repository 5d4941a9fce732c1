from django.apps import AppConfig


class CommandLineConfig(AppConfig):
    name = "wangge.interfaces.commandline"
    label = "commandline"

from django.apps import AppConfig


class DoorsConfig(AppConfig):
    name = "wangge.doors"
    label = "doors"

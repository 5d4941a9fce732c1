from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "wangge.interfaces.api"
    label = "api"

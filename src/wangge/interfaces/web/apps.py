from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "wangge.interfaces.web"
    label = "web"

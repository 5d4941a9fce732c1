from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "wangge.insight.demo"
    label = "demo"

from django.apps import AppConfig


class DivisionsConfig(AppConfig):
    name = "wangge.insight.divisions"
    label = "divisions"

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "wangge.work.cases"
    label = "cases"

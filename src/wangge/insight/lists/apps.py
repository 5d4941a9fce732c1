from django.apps import AppConfig


class ListsConfig(AppConfig):
    name = "wangge.insight.lists"
    label = "lists"

from django.apps import AppConfig


class GeodataConfig(AppConfig):
    name = "wangge.insight.geodata"
    label = "geodata"

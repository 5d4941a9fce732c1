"""What is printed: posters of grids, and contact cards."""

from django.apps import AppConfig


class PaperConfig(AppConfig):
    name = "wangge.insight.paper"
    label = "paper"

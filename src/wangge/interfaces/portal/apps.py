from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "wangge.interfaces.portal"
    label = "portal"

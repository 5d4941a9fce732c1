from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "wangge.registers.organisations"
    label = "organisations"

"""The app as Django loads it."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "wangge.registers.audit"
    label = "audit"

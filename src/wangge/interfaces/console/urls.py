"""Addresses of the console: each wing brings its own."""

from django.urls import include, path

_WINGS = (
    "administration",
    "cases",
    "divisions",
    "geodata",
    "grids",
    "lists",
    "map",
    "organisation",
    "own",
    "paper",
)

urlpatterns = [path("", include(f"wangge.interfaces.console.{wing}.urls")) for wing in _WINGS]

"""Addresses of the map of areas and cases."""

from django.urls import path

from wangge.interfaces.console.map import area_card, page, tiles

urlpatterns = [
    path("map", page.map_page, name="map"),
    path("map/tiles/<int:z>/<int:x>/<int:y>", tiles.console_tile, name="map-tile"),
    path("map/areas/<str:code>", area_card.area_card, name="map-card"),
    path("map/cases.json", page.map_cases, name="map-cases"),
]

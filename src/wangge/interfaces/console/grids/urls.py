"""Addresses of grids: what a place has, and what is done about them."""

from django.urls import path

from wangge.interfaces.console.grids import acts, overview

urlpatterns = [
    path("grids", overview.grids, name="grids"),
    path("grids/<str:code>", overview.grids, name="grids-at"),
    path("grids/<str:code>/new", acts.new_grid, name="grids-new"),
    path("grids/<str:code>/new-special", acts.new_special_grid, name="grids-new-special"),
    path("grids/<str:code>/end", acts.end_grid, name="grids-end"),
    path("grids/<str:code>/place", acts.place, name="grids-place"),
    path("grids/<str:code>/outline", acts.outline, name="grids-outline"),
    path("grids/<str:code>/sketch.svg", acts.sketch_of, name="grids-sketch"),
]

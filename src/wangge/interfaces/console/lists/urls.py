"""Addresses of lists out and in."""

from django.urls import path

from wangge.interfaces.console.lists import pages

urlpatterns = [
    path("grids/<str:code>/bring", pages.bring_grids, name="grids-bring"),
    path("grids/<str:code>/template.xlsx", pages.grids_template, name="grids-template"),
    path("grids/<str:code>/take-out", pages.take_out_grids, name="grids-take-out"),
    path("lists", pages.lists, name="lists"),
    path("lists/take-out/<slug:kind>", pages.take_out, name="list-take-out"),
    path("lists/out/<uuid:export>", pages.list_export, name="list-export"),
    path("lists/in/<uuid:brought>", pages.list_import, name="list-import"),
    path("lists/in/<uuid:brought>/refused.xlsx", pages.list_refused, name="list-refused"),
]

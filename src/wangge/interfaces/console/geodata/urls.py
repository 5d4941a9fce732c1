"""Addresses of geodata on its way in."""

from django.urls import path

from wangge.interfaces.console.geodata import files, imports

urlpatterns = [
    path("geodata", imports.imports, name="geodata"),
    path("geodata/at/<str:code>", imports.bring, name="geodata-bring"),
    path("geodata/<uuid:brought>", imports.one, name="geodata-import"),
    path("geodata/<uuid:brought>/choose", imports.choose, name="geodata-choose"),
    path("geodata/<uuid:brought>/confirm", imports.confirm, name="geodata-confirm"),
    path("geodata/<uuid:brought>/drop", imports.drop, name="geodata-drop"),
    path("geodata/<uuid:brought>/sketch.svg", files.sketch, name="geodata-sketch"),
    path(
        "geodata/<uuid:brought>/left-out.<str:form>",
        files.left_out,
        name="geodata-left-out",
    ),
]

"""Addresses of the shared hall: signing in, and what a browser remembers."""

from django.urls import path

from wangge.interfaces.web import imagery, session, tiles

urlpatterns = [
    path("sign-in", session.sign_in, name="sign-in"),
    path("sign-in/second-factor", session.second_factor, name="second-factor"),
    path("sign-out", session.sign_out, name="sign-out"),
    path("post", session.choose_post, name="post"),
    path("language/<str:code>", session.choose_language, name="language"),
    path("tiles/<int:z>/<int:x>/<int:y>", tiles.public_tile, name="tile"),
    path("imagery/<slug:key>/<int:z>/<int:x>/<int:y>", imagery.imagery_tile, name="imagery-tile"),
    path("type", session.choose_type, name="type"),
]

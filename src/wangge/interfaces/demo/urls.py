"""Addresses that exist only in a demo."""

from django.urls import path

from wangge.interfaces.demo import gallery, sign_in

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="demo-sign-in"),
    path("gallery", gallery.gallery, name="gallery"),
    path("gallery/<slug:component>/<int:number>", gallery.gallery_example, name="gallery-example"),
]

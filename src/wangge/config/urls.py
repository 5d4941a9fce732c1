"""Every address of the platform, face by face."""

from django.conf import settings
from django.urls import include, path

from wangge.interfaces.web import health

handler400 = "wangge.interfaces.web.errors.bad_request"
handler403 = "wangge.interfaces.web.errors.permission_denied"
handler404 = "wangge.interfaces.web.errors.not_found"
handler500 = "wangge.interfaces.web.errors.server_error"

urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("metrics", health.metrics, name="metrics"),
    path("", include("wangge.interfaces.web.urls")),
    path("", include("wangge.interfaces.portal.urls")),
    path("console/", include("wangge.interfaces.console.urls")),
    path("api/v1/", include("wangge.interfaces.api.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("wangge.interfaces.demo.urls")))

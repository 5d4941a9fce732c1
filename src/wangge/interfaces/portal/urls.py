"""Addresses of the portal. None carries a name, a case number or a query code."""

from django.urls import path, re_path

from wangge.interfaces.portal import (
    home,
    progress,
    receipt,
    reporting,
    tracking,
    worker,
    worker_map,
)
from wangge.interfaces.portal.own_moves import OWN

urlpatterns = [
    path("", home.home, name="home"),
    path("report", reporting.begin, name="report"),
    path("report/where", reporting.where, name="report-where"),
    re_path(r"^report/where/(?P<code>[0-9]{9})$", reporting.where, name="report-in"),
    re_path(r"^report/at/(?P<code>[0-9]{6,12})$", reporting.report_at, name="report-at"),
    path("worker", worker.begin, name="find-worker"),
    re_path(r"^worker/in/(?P<code>[0-9]{9})$", worker.within, name="find-worker-in"),
    re_path(r"^worker/at/(?P<code>[0-9]{12})$", worker.village, name="find-worker-at"),
    path("worker/map", worker_map.begin, name="worker-map"),
    re_path(r"^worker/map/(?P<code>[0-9]{9,15})$", worker_map.on_map, name="worker-map-at"),
    re_path(r"^g/(?P<code>[0-9]{12})$", worker.short, name="village-short"),
    re_path(r"^g/(?P<code>[0-9]{15})$", worker.worker, name="worker"),
    path("receipt", receipt.receipt, name="receipt"),
    path("receipt/put-away", receipt.put_away, name="put-away"),
    path("track", tracking.track, name="track"),
    path("track/case", progress.progress, name="progress"),
    path("track/case/answer", progress.own_answer, name="own-answer"),
    re_path(rf"^track/case/(?P<code>{'|'.join(OWN)})$", progress.own_move, name="own-move"),
]

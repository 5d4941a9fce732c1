"""Addresses of printed paper: single documents and whole orders."""

from django.urls import path

from wangge.interfaces.console.paper import document, orders, printing

urlpatterns = [
    path("print/<str:code>", printing.print_page, name="print"),
    path("print/<str:code>/order", printing.print_order, name="print-order"),
    path(
        "print/<str:code>/<str:kind>-<str:size>.pdf",
        document.print_document,
        name="print-document",
    ),
    path("prints", orders.print_orders, name="print-orders"),
    path("prints/<uuid:key>", orders.print_order_page, name="print-order-page"),
    path("prints/<uuid:key>/cancel", orders.cancel_print_order, name="print-order-cancel"),
    path("prints/<uuid:key>/file", orders.print_order_file, name="print-order-file"),
]

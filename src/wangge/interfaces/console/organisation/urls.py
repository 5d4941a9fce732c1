"""Addresses of the organisation: duties, posts, who holds them, published numbers."""

from django.urls import path

from wangge.interfaces.console.organisation import appointments, chain, contacts, vacancies

urlpatterns = [
    path("organisation", chain.organisation, name="organisation"),
    path("organisation/<str:code>", chain.organisation, name="organisation-at"),
    path("organisation/<str:code>/vacancies", vacancies.vacancies, name="vacancies"),
    path("units/<uuid:unit>/phone", contacts.unit_phone, name="unit-phone"),
    path("officers/<uuid:person>/phone", contacts.officer_phone, name="officer-phone"),
    path("officers/<uuid:person>/phone/withdraw", contacts.withdraw, name="withdraw-phone"),
    path("posts/<uuid:post>", appointments.post_page, name="post-page"),
    path("posts/<uuid:post>/appoint", appointments.appoint, name="appoint"),
    path("posts/<uuid:post>/substitute", appointments.substitute, name="substitute"),
    path(
        "substitutions/<uuid:substitution>/end",
        appointments.end_substitution,
        name="substitution-end",
    ),
    path("appointments/<uuid:appointment>/dismiss", appointments.dismiss, name="dismiss"),
    path("account/phone", contacts.own_phone, name="own-phone"),
]

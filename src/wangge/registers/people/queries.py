"""What can be asked of persons."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from wangge.registers.accounts.adapters.key_ring import key_ring
from wangge.registers.people.models import Household, HouseholdPlacement, Person


def names_of_officers(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of persons in public office, one query for all."""
    return dict(Person.objects.filter(pk__in=set(ids), officer=True).values_list("id", "name"))


def officers_named(part: str) -> QuerySet[Person]:
    """Persons in public office whose name contains the part, by name."""
    return Person.objects.filter(officer=True, name__icontains=part).order_by("name", "id")


def officer_with(name: str, phone: str) -> UUID | None:
    """The person in office of that name and (normalised) phone."""
    people = Person.objects.filter(officer=True, name=name, phone_digest=key_ring().digest(phone))
    return people.order_by("entered_at").values_list("pk", flat=True).first()


def members_of(grid_code: str, day: date) -> QuerySet[Household]:
    """The households that belonged to a grid on a day, for ended grids too."""
    then = HouseholdPlacement.objects.filter(area_code=grid_code, valid_from__lte=day)
    then = then.filter(Q(valid_to=None) | Q(valid_to__gt=day))
    return Household.objects.filter(pk__in=then.values("household"))

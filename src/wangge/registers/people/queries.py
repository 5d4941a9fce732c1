"""What can be asked of persons."""

from collections.abc import Iterable
from uuid import UUID

from wangge.registers.people.models import Person


def names_of_officers(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Names of persons in public office, one query for all."""
    return dict(Person.objects.filter(pk__in=set(ids), officer=True).values_list("id", "name"))

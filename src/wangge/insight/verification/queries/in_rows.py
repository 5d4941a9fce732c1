"""Across the rows: is every open case in somebody's hands, and is every history complete?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count, Exists, F, Func, Max, Min, OuterRef, Q, QuerySet
from django.db.models.fields import BooleanField

from wangge.insight.verification.rules import NAMED, Finding
from wangge.registers.calendars.queries import county_day
from wangge.registers.organisations.models import Appointment, Post, PostCover, Substitution
from wangge.work.cases.models import Case, CaseParticipant, CaseReporter, CaseStep, CaseTerm


def checks(at: datetime) -> list[Finding]:
    """The findings about rows as of `at`."""
    day = county_day(at)
    open_cases, cases = Case.objects.open(), Case.objects.all()
    current = Q(responsible_unit__valid_to=None, responsible_post__valid_to=None)
    in_hands = current & Q(responsible_post__unit=F("responsible_unit"))
    running = _of_case(CaseTerm.objects.filter(ended_at=None))
    return [
        _cases("in_hands", open_cases, open_cases.exclude(in_hands)),
        _cases("looked_at", open_cases, open_cases.filter(next_look_at=None)),
        _cases("held", open_cases, open_cases.exclude(_is_held(day))),
        _cases("over_means_no_term", cases, cases.filter(~Q(is_open=True), Exists(running))),
        _cases("participants", cases, cases.filter(Exists(_dated_but_unseen()))),
        _cases("steps", cases, _with_gaps(cases)),
        _cases("reporter", cases, cases.exclude(Exists(_of_case(CaseReporter.objects.all())))),
        _posts_covered(),
        _covers_filled(day),
    ]


def _cases(check: str, among: QuerySet[Case], broken: QuerySet[Case]) -> Finding:
    numbers = list(broken.order_by("pk").values_list("number", flat=True)[:NAMED])
    return Finding(check, among.count(), broken.count() if numbers else 0, tuple(numbers))


def _of_case(rows: QuerySet) -> QuerySet:  # type: ignore[type-arg]
    return rows.filter(case=OuterRef("pk"))


def _is_held(day: date) -> Exists:
    """Somebody is in the post that answers for the responsible one today."""
    covers = PostCover.objects.filter(post=OuterRef("responsible_post"), ends_on=None)
    return Exists(covers.filter(_filled("covered_by", day)))


def _filled(post: str, day: date) -> Q:
    holding = Appointment.objects.current(day).filter(post=OuterRef(post))
    standing_in = Substitution.objects.filter(
        post=OuterRef(post), starts_on__lte=day, ends_on__gt=day
    )
    return Q(Exists(holding)) | Q(Exists(standing_in))


def _dated_but_unseen() -> QuerySet[CaseParticipant]:
    """Units with a part in the case today that the array, which the policies read, lacks."""
    unseen = Func(
        OuterRef("participants"),
        F("unit_id"),
        template="array_position(%(expressions)s) IS NULL",
        output_field=BooleanField(),
    )
    rows: QuerySet[CaseParticipant] = _of_case(CaseParticipant.objects.filter(unseen, ends_at=None))
    return rows


def _with_gaps(cases: QuerySet[Case]) -> QuerySet[Case]:
    """The steps of a case are numbered from 1 to its version."""
    counted = (
        CaseStep.objects.filter(case=OuterRef("pk"))
        .order_by()
        .values("case")
        .annotate(n=Count("pk"), first=Min("ordinal"), last=Max("ordinal"))
    )
    whole = counted.filter(n=OuterRef("version"), first=1, last=OuterRef("version"))
    return cases.exclude(Exists(whole))


def _current_posts() -> QuerySet[Post]:
    """The posts of this county: nobody here fills those of another."""
    county = settings.COUNTY_CODE
    return Post.objects.filter(valid_to=None, area__gte=county, area__lt=f"{county}:")


def _posts_covered() -> Finding:
    posts = _current_posts()
    current = PostCover.objects.filter(post=OuterRef("pk"), ends_on=None)
    return _posts("posts_covered", posts, posts.exclude(Exists(current)))


def _covers_filled(day: date) -> Finding:
    """A post that answers for another one is filled."""
    posts = _current_posts()
    covers = PostCover.objects.filter(post=OuterRef("pk"), ends_on=None)
    empty = covers.exclude(_filled("covered_by", day))
    return _posts("covers_filled", posts, posts.filter(Exists(empty)))


def _posts(check: str, among: QuerySet[Post], broken: QuerySet[Post]) -> Finding:
    rows: Sequence[tuple[str, str, str]] = list(
        broken.order_by("unit__area", "unit__kind", "kind", "area").values_list(
            "area_id", "unit__kind", "kind"
        )[:NAMED]
    )
    named = tuple("/".join(row) for row in rows)
    return Finding(check, among.count(), broken.count() if named else 0, named)

"""What is stored of a case. The law is in `rules`, the doing in `operations`."""

from datetime import datetime

from django.contrib.gis.db import models
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db.models import Q

from wangge.doors import columns
from wangge.registers.files.models import StoredFile
from wangge.registers.organisations.models import Post, Unit
from wangge.work.cases.rules.states import State

_LISTED = (
    "number",
    "words",
    "state",
    "is_open",
    "category",
    "area_code",
    "township_code",
    "village_code",
    "group_number",
    "place_words",
    "point",
    "due_at",
    "yellow_at",
    "reported_at",
    "responsible_unit__kind",
)
"""What a row of a list shows, and what `contents.readable_report` asks of every case."""


class CaseQuerySet(models.QuerySet["Case"]):
    """What lists, queues and the clock ask of cases; who may see them is asked in queries."""

    def open(self) -> "CaseQuerySet":
        """Cases to which somebody still owes something."""
        return self.filter(is_open=True)

    def within(self, *codes: str) -> "CaseQuerySet":
        """Cases whose place lies in one of the areas."""
        inside = Q(pk__in=[])
        for code in codes:
            inside |= Q(area_code__gte=code, area_code__lt=f"{code}:")
        return self.filter(inside)

    def for_lists(self) -> "CaseQuerySet":
        """With what a row of a list shows and the kind of the unit; other columns wait."""
        return self.select_related("responsible_unit").only(*_LISTED)

    def for_queue(self) -> "CaseQuerySet":
        """The same with what the law asks about, for the next move."""
        return self.select_related("responsible_unit").only(*_LISTED, "facts")

    def due_to_be_looked_at(self, at: datetime) -> "CaseQuerySet":
        """Open cases whose next look has come."""
        return self.open().filter(next_look_at__lte=at)


class Case(models.Model):
    """One matter (事件) with its present state. How it came there is in its steps.

    `facts` is the case as the law sees it (rules.facts.CaseFacts), whole. The columns about state,
    place, hands and times are those facts laid out for lists, indexes and the second wall; both are
    written together, by `operations.storing.lay_out` alone.
    """

    id = columns.key()
    facts = models.JSONField()
    number = models.CharField(max_length=21, unique=True, db_collation="C")
    receipt = models.CharField(max_length=64, unique=True)  # digest of number and query code

    state = columns.short_code()
    is_open = models.BooleanField(default=True)
    level = models.PositiveSmallIntegerField()  # digits of the area code of the level that has it
    category = models.CharField(max_length=4, db_collation="C")
    scale = models.CharField(max_length=2, blank=True)  # GB/T 31000; empty until it is accepted
    urgent = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False)
    channel = columns.short_code()

    # The place: the finest code known, and each level of it for plain equality in lists.
    area_code = columns.area_code()
    county_code = columns.area_code()
    township_code = columns.area_code(blank=True)
    village_code = columns.area_code(blank=True)
    grid_code = columns.area_code(blank=True)
    group_number = models.PositiveSmallIntegerField(null=True)
    place_words = models.CharField(max_length=200, blank=True)
    point = models.PointField(srid=4490, null=True)

    words = models.TextField()

    responsible_unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    responsible_post = models.ForeignKey(  # the post it lies on: who took it, else the desk
        Post, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # Who is asked for a grant or a check now: the head, and the unit where others may do it too.
    asked_post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    asked_unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    participants = ArrayField(models.UUIDField(), default=list)  # units, as the policy reads them
    # Flag P: the units that read what shows the parties. None: everybody who sees the case does.
    parties_shown_to = ArrayField(models.UUIDField(), null=True)

    due_at = models.DateTimeField(null=True)
    yellow_at = models.DateTimeField(null=True)
    due_provisional = models.BooleanField(default=False)
    total_due_at = models.DateTimeField(null=True)  # the promise to the reporter; never moved
    next_look_at = models.DateTimeField(null=True)

    reported_at = models.DateTimeField()
    completed_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    moved_at = models.DateTimeField()
    closing_type = columns.short_code(blank=True)
    settled_level = models.PositiveSmallIntegerField(null=True)
    main_case = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="merged_cases"
    )
    version = models.PositiveIntegerField(default=1)  # a form made from an older one is stale

    shows_parties: bool  # to the actor who asked for the case: set by queries.sight.visible
    asked_of_me: (
        bool  # whether a grant or a check is asked of them: set by queries.queue.waiting_for
    )
    with_tasks: bool  # whether there is any: set by queries.sight.case_by_number
    with_supervisions: bool

    objects = CaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State]), name="case_state_known"
            ),
            models.CheckConstraint(
                condition=Q(is_open=False) | Q(next_look_at__isnull=False),
                name="case_open_has_next_look",
            ),
            models.CheckConstraint(
                condition=Q(state="merged", main_case__isnull=False)
                | (~Q(state="merged") & Q(main_case=None)),
                name="case_merged_has_main",
            ),
        ]
        indexes = [
            models.Index(
                fields=["responsible_post", "due_at", "id"],
                condition=Q(is_open=True),
                name="case_post_due",
            ),
            models.Index(
                fields=["responsible_unit", "due_at", "id"],
                condition=Q(is_open=True),
                name="case_unit_due",
            ),
            # a grant or a check asked of a post: few of the open cases
            models.Index(
                fields=["asked_post", "due_at", "id"],
                condition=Q(is_open=True, asked_post__isnull=False),
                name="case_asked_post_due",
            ),
            models.Index(
                fields=["asked_unit", "due_at", "id"],
                condition=Q(is_open=True, asked_unit__isnull=False),
                name="case_asked_unit_due",
            ),
            models.Index(
                fields=["township_code", "due_at", "id"],
                condition=Q(is_open=True),
                name="case_town_due",
            ),
            models.Index(
                fields=["village_code", "due_at", "id"],
                condition=Q(is_open=True),
                name="case_village_due",
            ),
            models.Index(
                fields=["county_code", "due_at", "id"],
                condition=Q(is_open=True),
                name="case_county_due",
            ),
            models.Index(fields=["county_code", "-reported_at", "-id"], name="case_county_new"),
            models.Index(fields=["township_code", "-reported_at", "-id"], name="case_town_new"),
            models.Index(fields=["village_code", "-reported_at", "-id"], name="case_village_new"),
            models.Index(fields=["next_look_at"], condition=Q(is_open=True), name="case_next_look"),
            # the newest in one state, however many are in another
            models.Index(
                fields=["county_code", "state", "-reported_at", "-id"], name="case_county_state"
            ),
            models.Index(
                fields=["township_code", "state", "-reported_at", "-id"], name="case_town_state"
            ),
            GinIndex(fields=["participants"], name="case_participants"),
            # the third way into sight: without it a query by unit would go through all cases
            models.Index(
                fields=["responsible_post"],
                condition=Q(parties_shown_to__isnull=False),
                name="case_hidden_on_post",
            ),
            GinIndex(
                fields=["participants"], condition=Q(is_open=True), name="case_open_participants"
            ),
        ]


class CaseReporter(models.Model):
    """Who reported: a record of its own, seen by the intake centre, and the handler if allowed."""

    id = columns.key()
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="reporter")
    name = models.CharField(max_length=60, blank=True)
    phone = models.BinaryField(null=True)  # sealed
    phone_digest = models.BinaryField(null=True)
    handler_may_contact = models.BooleanField()
    person_id = models.UUIDField(null=True)  # a signed-in reporter
    on_behalf_by = models.ForeignKey(Post, null=True, on_delete=models.PROTECT, related_name="+")


class CaseParticipant(models.Model):
    """A unit's part in a case (参与单位), dated. The case carries the units for the second wall."""

    id = columns.key()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="participations")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    role = columns.short_code()  # responsible, assisting, coordinated, informed, verifier
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "case"], condition=Q(ends_at=None), name="participant_unit"
            )
        ]


class CaseStep(models.Model):
    """One move made: the story of the case. Added, never edited."""

    id = columns.key()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="steps", db_index=False)
    ordinal = models.PositiveIntegerField()
    move = columns.short_code()
    stage = columns.short_code(default="do")  # do, or ask, grant, refuse of what needs two
    at = models.DateTimeField()
    occurred_at = models.DateTimeField(null=True)
    clock_doubtful = models.BooleanField(default=False)
    from_state = columns.short_code(blank=True)
    to_state = columns.short_code()
    from_level = models.PositiveSmallIntegerField(null=True)
    to_level = models.PositiveSmallIntegerField()
    person_id = models.UUIDField(null=True)  # no key: a step outlives the register of people
    post = models.ForeignKey(
        Post, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    to_unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    words = models.TextField(blank=True)
    for_reporter = models.BooleanField(default=False)
    data = models.JSONField(default=dict)  # the needs of the move, as given; and BY_CLOCK

    BY_CLOCK = "by_clock"

    who: (
        str | None
    )  # the officer's name and whether files came with it: set by queries.contents.steps_of
    with_files: bool

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "ordinal"], name="case_step_ordinal")
        ]

    @property
    def is_of_clock(self) -> bool:
        """Whether the clock took the step: like a reporter's, it has neither post nor person."""
        return bool(self.data.get(self.BY_CLOCK))


class CaseTerm(models.Model):
    """A clock that ran on a case: one row a term, with the sentence that explains its due time."""

    id = columns.key()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="terms")
    phase = columns.short_code()  # accept, handle, verify, answer, review, wait
    key = columns.short_code()
    level = models.PositiveSmallIntegerField()
    amount = models.PositiveSmallIntegerField()
    unit = columns.short_code()
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    yellow_at = models.DateTimeField(null=True)
    on_due = columns.short_code()  # light, review
    provisional = models.BooleanField(default=False)
    explanation = models.JSONField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(ended_at=None), name="case_term_one_runs"
            )
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(ended_at=None, provisional=True),
                name="term_provisional",
            )
        ]


class CaseTask(models.Model):
    """A part of a case given to another unit: an assisting unit's work or a question."""

    id = columns.key()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = columns.short_code()  # assist, answer
    words = models.TextField()
    binding = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    result = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "due_at", "id"], condition=Q(done_at=None), name="task_unit_due"
            ),
            models.Index(
                fields=["due_at", "id"],
                condition=Q(done_at=None, kind="answer", binding=False),
                name="task_unanswered",
            ),
        ]


class Supervision(models.Model):
    """A supervision (督办) of a case, always by a person, always addressed to a unit."""

    id = columns.key()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="supervisions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    by_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    grade = columns.short_code()  # ordinary, yellow, red, withdrawn
    words = models.TextField()
    issued_at = models.DateTimeField()
    answer_due_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "answer_due_at", "id"],
                condition=Q(answered_at=None, withdrawn_at=None),
                name="supervision_unit_open",
            )
        ]


class CaseFile(models.Model):
    """A photo or document of a step. Who reads the words of the case sees it."""

    id = columns.key()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    step = models.ForeignKey(
        CaseStep, on_delete=models.PROTECT, related_name="files", db_index=False
    )
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    role = columns.short_code()  # report, after, other

"""What is to become public or to be taken back at a moment to come."""

from django.db import models
from djangocms_versioning.models import Version

from publishing.models.approval import person
from publishing.models.withdrawal import Manner


class Step(models.TextChoices):
    """What happens at that moment."""

    PUBLISH = "publish", "Veröffentlichen"
    WITHDRAW = "withdraw", "Zurückziehen"


class ScheduleState(models.TextChoices):
    """How far it has come; `RUNNING` is never seen outside the transaction that runs it."""

    WAITING = "waiting", "wartet"
    RUNNING = "running", "läuft"
    DONE = "done", "ausgeführt"
    BLOCKED = "blocked", "nicht ausgeführt"
    CANCELLED = "cancelled", "abgesagt"


class ScheduleQuerySet(models.QuerySet):
    """The questions the portal asks about its timetable."""

    def waiting(self):
        return self.filter(state=ScheduleState.WAITING).order_by("run_at", "pk")

    def due(self, now):
        return self.waiting().filter(run_at__lte=now)

    def blocked(self):
        """Return what was not done and nobody has dealt with yet."""
        return self.filter(state=ScheduleState.BLOCKED).order_by("run_at", "pk")

    def of(self, identity):
        label = identity._meta.label_lower
        return self.filter(subject_type=label, subject_id=identity.pk)


class Schedule(models.Model):
    """One line of the timetable; what is taken back is whatever is public at that moment."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="schedules")
    subject_type = models.CharField(max_length=100)  # "news.article"
    subject_id = models.PositiveBigIntegerField()
    step = models.CharField("Schritt", max_length=10, choices=Step.choices)
    run_at = models.DateTimeField("Wann")
    manner = models.CharField(max_length=10, choices=Manner.choices, blank=True)
    reason = models.TextField("Begründung", blank=True)
    target = models.CharField("Neue Adresse", max_length=500, blank=True)
    state = models.CharField(
        "Stand", max_length=10, choices=ScheduleState.choices, default=ScheduleState.WAITING
    )
    message = models.TextField("Warum nicht", blank=True)
    created_by = person("Geplant von")
    created_at = models.DateTimeField("Geplant am", auto_now_add=True)
    finished_at = models.DateTimeField("Erledigt am", null=True, blank=True)

    objects = ScheduleQuerySet.as_manager()

    class Meta:
        verbose_name = "Termin"
        verbose_name_plural = "Zeitplan"
        permissions = [("publish_content", "Darf veröffentlichen und zurückziehen")]
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "step"],
                condition=models.Q(state="waiting"),
                name="schedule_once",
            )
        ]
        indexes = [models.Index(fields=["state", "run_at"], name="schedule_due")]

    def __str__(self):
        return f"{self.get_step_display()}, {self.run_at:%d.%m.%Y %H:%M}"

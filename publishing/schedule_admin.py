"""The timetable and taking back in the versions' admin."""

from django.shortcuts import redirect
from django.utils import timezone
from djangocms_versioning.constants import DRAFT, PUBLISHED

from publishing.approval import refusal
from publishing.approval_admin import ApprovalViews
from publishing.content import Content
from publishing.embargo import is_embargoed, until_of
from publishing.facts import local_text
from publishing.gate import problems
from publishing.models import Step
from publishing.moments import ExpiryForm, MomentForm, WithdrawForm, next_morning
from publishing.page_actions import home_url
from publishing.steps import Question, ask
from publishing.timetable import cancel, plan, planned_for
from publishing.withdrawal import withdraw

NO_DRAFT = "Planen lässt sich nur ein Entwurf. Legen Sie mit „Neuer Entwurf“ einen an."
NO_TEXT = "Diese Fassung ist abgelegt; planen lässt sich nur, was Leser sehen oder sehen sollen."
NO_RELEASE = "Freigabe: fehlt. Eine zweite Person muss den Entwurf freigeben."
CALL_OFF = "call_off"
PUBLISHING = (
    "Bis zum gewählten Zeitpunkt sehen Leser, was sie heute sehen; dann wird dieser Entwurf "
    "öffentlich. Wird er bis dahin noch geändert, gilt die geänderte Fassung."
)
EXPIRING = (
    "Zum gewählten Zeitpunkt zieht das Portal zurück, was dann an dieser Adresse steht. Verloren "
    "geht nichts: Unter „Versionen“ holen Sie es als Entwurf zurück."
)
WITHDRAWING = (
    "Leser finden den Text sofort in keiner Liste mehr. Verloren geht nichts: Unter „Versionen“ "
    "holen Sie ihn als Entwurf zurück."
)


class ScheduleViews(ApprovalViews):
    """Mixin of version admins: publish at, take back at, take back now."""

    steps = {**ApprovalViews.steps, "schedule": "schedule_view", "expire": "expire_view"}

    def schedule_view(self, request, object_id):
        """Ask when this draft becomes public."""
        version = self.version_for(request, object_id)
        if version.state != DRAFT:
            return self.refused(request, version, NO_DRAFT)
        line = line_for(version, Step.PUBLISH)
        until = until_of(version.content)
        usual = until if is_embargoed(version.content) else next_morning()
        initial = moment_of(line.run_at if line else usual)
        form = MomentForm(request.POST or None, initial=initial, earliest=until)
        question = Question(
            f"„{version.content}“ zu einem Zeitpunkt veröffentlichen",
            PUBLISHING,
            "Veröffentlichung planen",
        )
        return self.planned(request, version, form, question, step=Step.PUBLISH, line=line)

    def expire_view(self, request, object_id):
        """Ask when, how and why this is taken back."""
        version = self.version_for(request, object_id)
        if version.state not in {DRAFT, PUBLISHED}:
            return self.refused(request, version, NO_TEXT)
        line = line_for(version, Step.WITHDRAW)
        form = ExpiryForm(request.POST or None, initial=ending_of(line), **limits(version))
        question = Question(
            f"„{version.content}“ zu einem Zeitpunkt zurückziehen", EXPIRING, "Ablauf planen"
        )
        return self.planned(request, version, form, question, step=Step.WITHDRAW, line=line)

    def planned(self, request, version, form, question, *, step, line):  # noqa: PLR0913
        """Save the plan, call it off, or ask."""
        if CALL_OFF in request.POST:
            return self.taken(
                request,
                version,
                lambda: cancel(version.grouper, request.user, step=step),
                done="Abgesagt. Es geschieht nichts mehr von selbst.",
            )
        if not form.is_valid():
            missing = warnings(version, request.user) if step == Step.PUBLISH else []
            return ask(request, version, question, form, call_off=line, warnings=missing)
        details = dict(form.cleaned_data)
        run_at = details.pop("run_at")
        details.pop("day"), details.pop("time")
        return self.taken(
            request,
            version,
            lambda: plan(version, request.user, step=step, run_at=run_at, **details),
            done=f"Geplant: {step.label} am {local_text(run_at)} Uhr.",
        )

    def unpublish_view(self, request, object_id):
        """Ask how and why, then take back what is public."""
        version = self.version_for(request, object_id)
        refusal_text = version.check_unpublish.as_bool(request.user)
        if not refusal_text:
            return self.refused(request, version, str(refusal_text))
        form = WithdrawForm(request.POST or None, **limits(version))
        if not form.is_valid():
            title = f"„{version.content}“ zurückziehen?"
            return ask(request, version, Question(title, WITHDRAWING, "Ja, zurückziehen"), form)
        return self.taken(
            request,
            version,
            lambda: withdraw(version, request.user, **form.cleaned_data),
            done="Zurückgezogen. An der Adresse steht jetzt, was Sie gewählt haben.",
        )

    def refused(self, request, version, reason: str):
        """Say why a step cannot be taken and lead back."""
        self.message_user(request, reason, "ERROR")
        return redirect(home_url(version))


def line_for(version, step):
    """Return what is planned already for the same thing, or None."""
    lines = [line for line in planned_for(version.grouper) if line.step == step]
    return lines[0] if lines else None


def moment_of(moment) -> dict:
    """Return day and time of a moment as the form shows them."""
    local = timezone.localtime(moment)
    return {"day": local.date(), "time": local.time()}


def ending_of(line) -> dict:
    """Return moment, manner and reason of a line as the form shows them."""
    if line is None:
        return {}
    ending = {"manner": line.manner, "reason": line.reason, "target": line.target}
    return {**moment_of(line.run_at), **ending}


def limits(version) -> dict:
    """Return what the form must know: the own address, and whether a notice can be shown."""
    content = version.content
    path = content.get_absolute_url() if hasattr(content, "get_absolute_url") else ""
    return {"own_path": path or "", "has_notice": isinstance(content, Content)}


def warnings(version, user) -> list[str]:
    """Return what would keep the portal from publishing this draft if it stayed so."""
    found = [str(problem) for problem in problems(version.content)]
    return [*found, NO_RELEASE] if refusal(version, user) else found

"""The steps of a release in the versions' admin: ask for it, give it, do without it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from djangocms_versioning.constants import DRAFT
from djangocms_versioning.exceptions import ConditionFailed

from publishing import approval
from publishing.embargo_steps import lift, plan_release, publications
from publishing.page_actions import home_url
from publishing.steps import Question, ReasonForm, ask, not_yet
from publishing.unread import require_read

ASKED = "Freigabe angefordert. Der Entwurf steht jetzt bei allen auf der Übersicht, die freigeben."
BYPASS = Question(
    title="„{}“ ohne zweite Person veröffentlichen?",
    consequence="Leser sehen den Text sofort, obwohl nur Sie ihn gelesen haben. Ihre Begründung "
    "steht im Protokoll, und der Text bleibt auf der Übersicht unter „Nachträglich prüfen“, bis "
    "jemand anderes ihn freigibt.",
    answer="Ja, sofort veröffentlichen",
)

LIFT = Question(
    title="Sperrfrist von „{}“ sofort aufheben?",
    consequence="Der Text erscheint sofort, obwohl nur Sie ihn gelesen haben. Ihre Begründung "
    "steht im Protokoll, und der Text bleibt auf der Übersicht unter „Nachträglich prüfen“, bis "
    "jemand anderes ihn freigibt. Wer einen Link zum Entwurf geöffnet hat, bekommt eine E-Mail.",
    answer="Ja, Sperrfrist aufheben und veröffentlichen",
)
LIFTED = (
    "Sperrfrist aufgehoben, der Text ist öffentlich. Wer einen Link zum Entwurf geöffnet hat und "
    "dessen E-Mail bekannt ist, erfährt es jetzt."
)


class StepViews:
    """Mixin of version admins with steps of our own; `steps` maps their names to methods."""

    steps = {}

    def get_urls(self):
        options = self.model._meta
        prefix = f"{options.app_label}_{options.model_name}"
        own = [
            path(
                f"<str:object_id>/{name}/",
                self.admin_site.admin_view(getattr(self, method)),
                name=f"{prefix}_{name}",
            )
            for name, method in self.steps.items()
        ]
        return [*own, *super().get_urls()]

    def version_for(self, request, object_id, *, publishing=True):
        """Return the version for somebody who may publish it, or at least change it."""
        version = self.get_object(request, object_id)
        if version is None:
            raise Http404
        if publishing and not version.has_publish_permission(request.user):
            raise PermissionDenied
        return version

    def taken(self, request, version, step, *, done: str):
        """Take a step as a whole or not at all, say what came of it, lead back to the item."""
        if request.method != "POST":
            return not_yet(request, home_url(version))
        try:
            with transaction.atomic():
                step()
        except ConditionFailed as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, done)
        return redirect(home_url(version))


class ApprovalViews(StepViews):
    """Mixin of version admins: four eyes."""

    steps = {
        "request_approval": "request_approval_view",
        "approve": "approve_view",
        "bypass": "bypass_view",
        "lift": "lift_view",
    }

    def request_approval_view(self, request, object_id):
        version = self.version_for(request, object_id, publishing=False)

        def step():
            if version.state != DRAFT:
                raise ConditionFailed("Das ist kein Entwurf mehr.")
            approval.request_approval(version, request.user)

        return self.taken(request, version, step, done=ASKED)

    def approve_view(self, request, object_id):
        version = self.version_for(request, object_id)

        def step():
            require_read(version, request.user, stand=request.GET.get("stand", ""))
            approval.approve(version, request.user)
            if not publications(version):
                plan_release(version, request.user)

        done = "Freigegeben. Das steht mit Ihrem Namen im Protokoll."
        return self.taken(request, version, step, done=done)

    def bypass_view(self, request, object_id):
        """Ask why it cannot wait, then publish."""
        version = self.version_for(request, object_id)
        form = ReasonForm(request.POST or None)
        if not form.is_valid():
            title = BYPASS.title.format(version.content)
            return ask(request, version, Question(title, BYPASS.consequence, BYPASS.answer), form)

        def step():
            approval.note_bypass(version, request.user, reason=form.cleaned_data["reason"])
            version.check_publish(request.user)
            version.publish(request.user)

        return self.taken(request, version, step, done="Veröffentlicht, ohne zweite Person.")

    def lift_view(self, request, object_id):
        """End the Sperrfrist and publish: at once, or with a reason if nobody else has read it."""
        version = self.version_for(request, object_id)
        form = ReasonForm(request.POST or None)
        if approval.refusal(version, request.user) and not form.is_valid():
            title = LIFT.title.format(version.content)
            return ask(request, version, Question(title, LIFT.consequence, LIFT.answer), form)

        def step():
            require_read(version, request.user, stand=request.GET.get("stand", ""))
            lift(version, request.user, reason=request.POST.get("reason", ""))

        return self.taken(request, version, step, done=LIFTED)

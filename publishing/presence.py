"""„Anna schreibt hier gerade“: who has the same thing open, and who has taken it over.

The browser of everybody who has a form or page open for writing says so every few seconds
(static/js/admin/presence.js). Nobody is locked out: what is saved meanwhile is never
overwritten silently (forms.py, block_conflicts.py).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from cms.models import Page, PageContent
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse, JsonResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.views.decorators.http import require_POST

from publishing.content import Content
from publishing.models import EditingSession
from publishing.rights import has_own_right, may_change

SILENCE = timedelta(seconds=20)  # after which somebody counts as gone
FORGOTTEN = timedelta(hours=1)
EDITING = "cms_placeholder_render_object_edit"


@dataclass(frozen=True)
class Subject:
    """What is written at, whether in its form or on its page."""

    model: type
    pk: int

    @property
    def key(self) -> dict:
        return {"subject_type": self.model._meta.label_lower, "subject_id": self.pk}

    def is_open_to(self, user) -> bool:
        """Tell whether somebody may change it, or all of its type."""
        if may_change(user, self.model):
            return True
        own = self.model._base_manager.filter(pk=self.pk, owner=user)
        return has_own_right(user, self.model) and own.exists()


@require_POST
def ping_view(request):
    """Take the word of a browser that a place is open; answer who else is there."""
    subject = subject_of(request.POST.get("place", ""))
    if subject is None or not subject.is_open_to(request.user):
        return HttpResponse(status=204)
    own = ping(subject, request.user, is_new="new" in request.POST)
    others = others_at(subject, request.user)
    if "take" in request.POST:
        others.update(taken_by=request.user)
    return JsonResponse({"others": [words(one) for one in others], "taken": taken_words(own)})


def subject_of(place: str) -> Subject | None:
    """Return what is edited at a path of the admin, or None."""
    try:
        match = resolve(place)
    except Resolver404:
        return None
    if match.url_name == EDITING:
        return subject_on_page(*match.args)
    model_name, _, step = (match.url_name or "").rpartition("_")
    key = match.kwargs.get("object_id", "")
    model = models_by_url_name().get(model_name) if step == "change" and key.isdecimal() else None
    return Subject(model, int(key)) if model else None


def subject_on_page(content_type_id: str, object_id: str) -> Subject | None:
    """Return what the page that is open for writing belongs to."""
    kind = ContentType.objects.filter(pk=content_type_id).first()
    model = kind and kind.model_class()
    content = model and model._base_manager.filter(pk=object_id).first()
    if isinstance(content, PageContent):
        return Subject(Page, content.page_id)
    if isinstance(content, Content):
        return Subject(type(content.identity), content.identity.pk)
    return None


def models_by_url_name() -> dict[str, type]:
    """Return every model by the start of its admin's URL names."""
    return {f"{m._meta.app_label}_{m._meta.model_name}": m for m in apps.get_models()}


def ping(subject: Subject, user, *, is_new: bool, now: datetime | None = None) -> EditingSession:
    """Note that somebody is there; `is_new`: the place was opened just now."""
    now = now or timezone.now()
    EditingSession.objects.filter(last_ping__lt=now - FORGOTTEN).delete()
    started = {"started_at": now, "taken_by": None}
    own, _ = EditingSession.objects.update_or_create(
        **subject.key,
        user=user,
        defaults={"last_ping": now, **(started if is_new else {})},
        create_defaults={"last_ping": now, **started},
    )
    return own


def others_at(subject: Subject, user, *, now: datetime | None = None):
    """Return who else is there, who came first first."""
    since = (now or timezone.now()) - SILENCE
    there = EditingSession.objects.filter(last_ping__gte=since, **subject.key).exclude(user=user)
    return there.select_related("user").order_by("started_at", "pk")


def words(session: EditingSession) -> str:
    """Return who is there since when: „Anna Beispiel (seit 14:05)“."""
    return f"{name_of(session.user)} (seit {timezone.localtime(session.started_at):%H:%M})"


def taken_words(session: EditingSession) -> str:
    """Return who has taken over, or ""."""
    return name_of(session.taken_by) if session.taken_by else ""


def name_of(user) -> str:
    """Return a person's name, or else the account's."""
    return user.get_full_name() or user.get_username()

"""Several items of a list at once: a topic for their drafts, somebody else who looks after them."""

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.db.models.functions import Lower
from djangocms_versioning.constants import DRAFT, PUBLISHED
from djangocms_versioning.exceptions import ConditionFailed
from djangocms_versioning.models import Version

from publishing.approval import note_writing
from publishing.bulk import BulkActions, versions_in
from publishing.locks import MEANWHILE, lock_version
from publishing.owners import name_of, reassign, tell_new_owner
from publishing.rights import may_change_draft
from publishing.steps import Question

TOPICS = (
    "Das {label} gehört zum Text: Geändert wird der Entwurf, wo es einen gibt; sonst beginnt ein "
    "neuer aus der veröffentlichten Fassung. Leser sehen es erst, wenn Sie die Entwürfe "
    "veröffentlichen. Freigegebene Entwürfe brauchen dann noch einmal eine Freigabe."
)
TOPICS_DONE = "Geändert sind die Entwürfe. Leser sehen es erst nach dem Veröffentlichen."
NEW_OWNER = "Zuständigkeit ändern"
OWNERS = (
    "Das gilt sofort, ohne Veröffentlichen; Leser sehen davon nichts. Wer neu zuständig ist, "
    "bekommt eine E-Mail mit allen Einträgen und von da an die Erinnerungen zum Prüfen."
)
OWNERS_DONE = "Die Zuständigkeit gilt sofort und steht im Protokoll."
NO_TEXT = "Es gibt weder einen Entwurf noch eine veröffentlichte Fassung."
NO_RIGHT = "Ihr Konto darf diesen Eintrag nicht ändern."
HAS_ALREADY = "„{name}“ steht schon dabei."
HAS_NOT = "„{name}“ steht nicht dabei."


class TopicForm(forms.Form):
    """Which topic, and whether it comes or goes."""

    step = forms.ChoiceField(
        label="Was soll geschehen?",
        choices=[("add", "hinzufügen"), ("remove", "entfernen")],
        initial="add",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, topics, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["topic"] = forms.ModelChoiceField(topics, label=topics.model._meta.verbose_name)


class OwnerField(forms.ModelChoiceField):
    """A choice of people by their names."""

    def label_from_instance(self, obj):
        return name_of(obj)


class OwnerForm(forms.Form):
    """Who looks after the items from now on."""

    owner = OwnerField(
        User.objects.filter(is_active=True, is_staff=True).order_by(
            Lower("last_name"), Lower("first_name"), "username"
        ),
        label="Zuständig",
        required=False,
        empty_label="niemand",
    )


class BulkChanges(BulkActions):
    """Mixin of content admins; `bulk_relation` names the relation of the content for topics."""

    actions = (*BulkActions.actions, "tag_ticked", "reassign_ticked")
    bulk_relation = ""

    def get_actions(self, request):
        """Offer topics where there are any, and somebody else only to who may name them."""
        actions = super().get_actions(request)
        if "tag_ticked" in actions and self.bulk_relation:
            step, name, _ = actions["tag_ticked"]
            label = self.topics().model._meta.verbose_name
            actions["tag_ticked"] = step, name, f"{label} hinzufügen oder entfernen …"
        else:
            actions.pop("tag_ticked", None)
        if self.is_limited(request):
            actions.pop("reassign_ticked", None)
        return actions

    def topics(self) -> QuerySet:
        """Return the topics in the order of their own list."""
        model = self.content_model._meta.get_field(self.bulk_relation).related_model
        return model._base_manager.order_by(*self.admin_site._registry[model].ordering)

    def tag_ticked(self, request, queryset):
        """Ask which topic, then change the draft of each item or begin one."""
        topics = self.topics()
        form = TopicForm(request.POST if "topic" in request.POST else None, topics=topics)
        label = topics.model._meta.verbose_name
        title = f"{label} hinzufügen oder entfernen"
        if not form.is_valid():
            question = Question(title, TOPICS.format(label=label), "Bei allen ändern")
            return self.asked(request, queryset, form, question)
        items = self.ticked(queryset)
        drafts = versions_in(DRAFT, items, self.content_model)
        versions = {**versions_in(PUBLISHED, items, self.content_model), **drafts}

        def step(item):
            version = versions.get(item.pk)
            change_topic(version, request.user, relation=self.bulk_relation, **form.cleaned_data)

        return self.taken_by_all(request, items, step, title=title, note=TOPICS_DONE)

    @admin.action(description=f"{NEW_OWNER} …")
    def reassign_ticked(self, request, queryset):
        """Ask who, then name them for each item; one mail tells them of all."""
        form = OwnerForm(request.POST if "owner" in request.POST else None)
        if not form.is_valid():
            question = Question(NEW_OWNER, OWNERS, "Bei allen ändern")
            return self.asked(request, queryset, form, question)
        owner, given = form.cleaned_data["owner"], []

        def step(item):
            if "owner" in self.get_readonly_fields(request, item):
                raise ConditionFailed(NO_RIGHT)
            reassign(item, owner, request.user)
            given.append(item)

        items = self.ticked(queryset)
        response = self.taken_by_all(request, items, step, title=NEW_OWNER, note=OWNERS_DONE)
        tell_new_owner(owner, given, request.user)
        return response


def change_topic(version: Version | None, user, *, relation: str, topic, step: str) -> None:
    """Add a topic to a draft or take it away; what is published gets a draft for that.

    Raises `ConditionFailed` with the reason if there is nothing to do or it may not be done.
    """
    if version is None:
        raise ConditionFailed(NO_TEXT)
    lock_version(version)
    if not may_change_draft(user, version.content):
        raise ConditionFailed(NO_RIGHT)
    has_topic = getattr(version.content, relation).filter(pk=topic.pk).exists()
    if has_topic == (step == "add"):
        raise ConditionFailed((HAS_ALREADY if has_topic else HAS_NOT).format(name=topic))
    draft = version if version.state == DRAFT else new_draft(version, user)
    topics = getattr(draft.content, relation)
    (topics.add if step == "add" else topics.remove)(topic)
    draft.save()  # it was changed just now
    note_writing(draft, user)


def new_draft(version: Version, user) -> Version:
    """Begin a draft of what is published, unless somebody else has begun one meanwhile."""
    others = Version.objects.filter_by_content_grouping_values(version.content)
    if others.filter(state=DRAFT).exists():
        raise ConditionFailed(MEANWHILE)
    return version.copy(user)

"""Versioned content: everything a reader can see (design.md, rule A).

A content type is a subclass of `Content` with a foreign key to its `Identity`,
`grouper_field_name` naming that key, `get_template()` and `get_absolute_url()`.
What belongs to it in tables of their own are subclasses of `ContentRow`; they
are copied with it (copying.py).
"""

from cms.models.fields import PlaceholderRelationField
from cms.models.managers import ContentAdminManager, WithUserMixin
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.validators import validate_slug
from django.db import models

from publishing.change_notes import changed_at
from publishing.problems import Problem, addresses_taken
from publishing.rights import may_change_draft, may_know, may_publish, may_view

SUMMARY_LENGTH = 300
LONGEST_SENTENCE = 30  # words; above it, readers lose the beginning


class ContentQuerySet(models.QuerySet):
    """The questions the portal asks about every content."""

    def for_listing(self):
        """Add what a teaser shows; types override it with their relations."""
        return self.select_related(self.model.grouper_field_name)

    def for_page(self):
        """Add what the item's own page shows."""
        return self.for_listing().with_modified().with_changes()

    def with_modified(self):
        """Add `modified`: when the published version last changed."""
        return self.annotate(modified=models.F("versions__modified"))

    def with_changes(self):
        """Add `changed_at`: when readers were last told of a change, or first saw it."""
        return self.annotate(changed_at=changed_at(self.model))


class ContentManager(WithUserMixin, models.Manager.from_queryset(ContentQuerySet)):
    """Published contents only, once versioning has taken it over."""


class Content(models.Model):
    """Abstract versioned content: title, address, summary."""

    grouper_field_name = ""  # e.g. "article"
    longest_sentence = LONGEST_SENTENCE  # above it, the form gives a hint (wording.py)
    modified = None  # when the published version last changed; set by `with_modified`
    changed_at = None  # when readers were last told of a change; set by `with_changes`
    shown_fields = ("title", "lead")  # texts of its page, in their order; subclasses name all
    former = None  # its `FormerVersion`, on the page of one
    genre = "Webseite"  # what it is called where it is cited
    issued = None  # date and precision, where the page bears a date of publication
    embargo_until = None  # a field of those that may have a Sperrfrist (embargo.py)
    is_handed_out = False  # shown by a link to newsrooms that know the Sperrfrist

    # Not a BigAutoField: versioning joins on an integer column, and PostgreSQL
    # cannot use an index across a cast (stack.md, trap 23).
    id = models.AutoField(primary_key=True)
    language = models.CharField(
        max_length=10, default=settings.LANGUAGE_CODE, editable=False, choices=settings.LANGUAGES
    )
    title = models.CharField("Überschrift", max_length=140)
    slug = models.SlugField(
        "Adresse",
        max_length=120,
        allow_unicode=False,
        help_text="Letzter Teil der Internetadresse. Nach einer Änderung führt die alte Adresse "
        "weiter hierher.",
    )
    lead = models.TextField(
        "Anriss",
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text="Ein bis drei Sätze. Steht über dem Text, in Listen und in Suchmaschinen.",
    )
    meta_description = models.CharField(
        "Text für Suchmaschinen",
        max_length=160,
        blank=True,
        help_text="Bleibt das Feld leer, gilt der Anriss.",
    )
    placeholders = PlaceholderRelationField()

    objects = ContentManager()
    admin_manager = ContentAdminManager()

    class Meta:
        abstract = True

    def __str__(self):
        return self.title

    @property
    def identity(self):
        """The grouper this content belongs to."""
        return getattr(self, self.grouper_field_name)

    @property
    def description(self) -> str:
        """The text for search engines and previews."""
        return self.meta_description or self.lead

    @property
    def is_changed(self) -> bool:
        """Whether readers were told of a change, as far as that is known already."""
        return self.changed_at is None or self.changed_at != self.identity.first_published_at

    @property
    def needs_second_person(self) -> bool:
        """Whether somebody else than its writer must release it; subclasses say when."""
        return False

    def follow_publication(self) -> None:
        """Do what else follows when this has become public; subclasses add theirs."""

    def has_change_permission(self, user) -> bool:
        """Tell versioning who may work on drafts."""
        return may_change_draft(user, self)

    def has_placeholder_change_permission(self, user) -> bool:
        """Tell the CMS who may change building blocks."""
        return may_change_draft(user, self)

    def has_publish_permission(self, user) -> bool:
        """Tell versioning who may publish and take back."""
        return may_publish(user, self)

    def has_placeholder_view_permission(self, user) -> bool:
        """Tell the CMS's preview, edit and structure endpoints who may look.

        A Sperrfrist is said (403, spec G11); of other drafts strangers learn nothing (404).
        """
        if user.is_staff and not may_know(user, self):
            raise PermissionDenied
        return may_view(user, self)

    def rows(self):
        """Yield every `ContentRow` of this content."""
        for relation in row_relations(type(self)):
            yield from getattr(self, relation.get_accessor_name()).all()

    def shown_texts(self) -> dict[str, str]:
        """Return what readers see of the content's own texts, each by its German name."""
        fields = [self._meta.get_field(name) for name in self.shown_fields]
        return {str(field.verbose_name): getattr(self, field.name) for field in fields}

    def publish_problems(self):
        """Yield a `Problem` for everything that forbids publishing; subclasses add theirs."""
        if not self.lead.strip():
            yield Problem(
                "Anriss",
                "fehlt.",
                "Schreiben Sie ein bis drei Sätze, die ohne den Text verständlich sind.",
            )
        if not self.slug:
            yield Problem(
                "Adresse", "fehlt.", "Tragen Sie zum Beispiel die Überschrift in Kurzform ein."
            )
        elif addresses_taken(self):
            yield Problem(
                "Adresse",
                f"„{self.slug}“ ist schon vergeben.",
                "Wählen Sie eine andere, zum Beispiel mit dem Jahr am Ende.",
            )
        for row in self.rows():
            yield from row.publish_problems()

    def clean(self):
        super().clean()
        if self.slug:
            validate_slug(self.slug)


class ContentRow(models.Model):
    """Abstract part of a content in a table of its own; subclasses name their key `content`."""

    position = models.PositiveSmallIntegerField("Reihenfolge", default=0)

    class Meta:
        abstract = True

    def publish_problems(self):
        """Yield a `Problem` for everything that forbids publishing."""
        yield from ()


def row_relations(model) -> list:
    """Return the reverse relations of a content model that lead to its `ContentRow`s."""
    return [
        relation
        for relation in model._meta.related_objects
        if issubclass(relation.related_model, ContentRow)
    ]

"""What editors choose for the building blocks of partners, initiatives and people."""

from cms.models import CMSPlugin
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import Truncator

from partners.choices import Body, InitiativeScope, PartnerScope
from partners.models import AnnualTheme, InitiativeContent, PartnerContent, Person
from ui.plugin_models import HeadedBlock, WithRelations, limit


class Quote(CMSPlugin):
    """What somebody said, with the function of that day."""

    text = models.TextField("Zitat", help_text="Ohne Anführungszeichen; die Seite setzt sie.")
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="quotes",
        verbose_name="Person",
        help_text="Der Name führt dann zur Seite der Person.",
    )
    name = models.CharField(
        "Name",
        max_length=120,
        blank=True,
        help_text="Nur, wenn die Person keinen eigenen Eintrag hat.",
    )
    role = models.CharField(
        "Funktion an diesem Tag",
        max_length=250,
        blank=True,
        help_text="Wie sie damals war; spätere Änderungen bei der Person ändern sie nicht.",
    )
    source = models.CharField(
        "Quelle", max_length=200, blank=True, help_text="Wo oder wann es gesagt wurde."
    )

    objects = WithRelations("person")

    class Meta:
        verbose_name = "Zitat"

    def __str__(self):
        return f"{self.speaker}: {Truncator(self.text).chars(60)}"

    def clean(self):
        super().clean()
        if not (self.person_id or self.name):
            raise ValidationError({"person": "Wer hat das gesagt? Wählen Sie eine Person."})

    @property
    def speaker(self) -> str:
        """The name as it stands at the quote."""
        return self.name or (self.person.name if self.person else "")

    @property
    def url(self) -> str:
        """Where the name leads, or ""."""
        return self.person.get_absolute_url() if self.person else ""

    @property
    def function(self) -> str:
        """Function and source in one line."""
        return ", ".join(part for part in (self.role, self.source) if part)


class InitiativeList(HeadedBlock):
    """Initiatives as cards."""

    scope = models.CharField(
        "Welche", max_length=20, choices=InitiativeScope.choices, default=InitiativeScope.ALL
    )
    count = models.PositiveSmallIntegerField(
        "Höchstzahl", default=0, help_text="0 zeigt alle, die neuesten zuerst."
    )

    class Meta:
        verbose_name = "Liste der Initiativen"

    def choice(self):
        return self.get_scope_display(), limit(self.count)

    def contents(self):
        """Return the chosen initiatives, the newest first."""
        found = InitiativeContent.objects.for_listing().in_scope(self.scope).newest_first()
        return found[: self.count] if self.count else found


class PartnerLogos(HeadedBlock):
    """Partners with logo, or with their name where there is none."""

    scope = models.CharField(
        "Welche", max_length=20, choices=PartnerScope.choices, default=PartnerScope.ALL
    )

    class Meta:
        verbose_name = "Liste der Partner"

    def choice(self):
        return (self.get_scope_display(),)

    def contents(self):
        """Return the chosen partners in the alliance's order."""
        return PartnerContent.objects.for_listing().in_scope(self.scope)


class PeopleList(HeadedBlock):
    """The people of a body of the alliance."""

    body = models.CharField("Gremium", max_length=20, choices=Body.choices)

    class Meta:
        verbose_name = "Liste der Personen"

    def choice(self):
        return (self.get_body_display(),)

    def people(self) -> list[Person]:
        """Return the people by name, each with all its documented years as `years`."""
        people = list(Person.objects.members_of(self.body).for_listing().by_name())
        for person in people:
            person.years = ", ".join(filter(None, (time.when for time in person.times)))
        return people


class AnnualThemeList(HeadedBlock):
    """The annual themes as a time line."""

    class Meta:
        verbose_name = "Liste der Jahresthemen"

    def entries(self):
        """Return the themes, the first year first."""
        return AnnualTheme.objects.order_by("year")

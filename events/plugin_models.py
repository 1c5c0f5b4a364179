"""What editors choose for the building blocks of meetings."""

from django.db import models

from events.choices import MeetingScope
from events.models import MeetingContent
from ui.plugin_models import HeadedBlock, limit


class MeetingList(HeadedBlock):
    """Annual meetings as cards."""

    scope = models.CharField(
        "Welche", max_length=20, choices=MeetingScope.choices, default=MeetingScope.ALL
    )
    count = models.PositiveSmallIntegerField(
        "Höchstzahl", default=0, help_text="0 zeigt alle dieser Auswahl."
    )

    class Meta:
        verbose_name = "Liste der Jahrestreffen"

    def choice(self):
        return self.get_scope_display(), limit(self.count)

    def contents(self):
        """Return the chosen meetings."""
        # Slicing twice is fine: "next-or-last" is one already.
        found = MeetingContent.objects.for_listing().in_scope(self.scope)
        return found[: self.count] if self.count else found

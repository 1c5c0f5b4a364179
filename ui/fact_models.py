"""What editors fill in for numbers and facts; the plugins are in cms_plugins.py."""

from cms.models import CMSPlugin

from publishing.models import DatedFact
from ui.plugin_models import HeadedBlock


class FactSheet(HeadedBlock):
    """Numbers and facts, each with its day and its source."""

    class Meta:
        verbose_name = "Zahlen und Fakten"


class FactLine(DatedFact, CMSPlugin):
    """One fact of a `FactSheet`."""

    class Meta:
        verbose_name = "Angabe mit Stand und Quelle"

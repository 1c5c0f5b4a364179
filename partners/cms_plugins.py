"""Building blocks of partners, initiatives and people."""

from cms.plugin_pool import plugin_pool

from partners.plugin_models import AnnualThemeList, InitiativeList, PartnerLogos, PeopleList, Quote
from ui.cms_plugins import LISTS, TEXT, Block


@plugin_pool.register_plugin
class QuotePlugin(Block):
    """What somebody said."""

    model = Quote
    name = "Zitat"
    module = TEXT
    purpose = "Was jemand gesagt hat, mit Name und Funktion."
    render_template = "partners/plugins/quote.html"
    autocomplete_fields = ("person",)


@plugin_pool.register_plugin
class InitiativeListPlugin(Block):
    """Initiatives as cards."""

    model = InitiativeList
    name = "Initiativen"
    module = LISTS
    purpose = "Initiativen als Karten, die neuesten zuerst."
    render_template = "partners/plugins/initiative_list.html"


@plugin_pool.register_plugin
class PartnerLogosPlugin(Block):
    """Partners with logo or name."""

    model = PartnerLogos
    name = "Partner"
    module = LISTS
    purpose = "Partner mit ihrem Logo oder Namen."
    render_template = "partners/plugins/partner_logos.html"


@plugin_pool.register_plugin
class PeoplePlugin(Block):
    """The people of a body."""

    model = PeopleList
    name = "Personen"
    module = LISTS
    purpose = "Die Mitglieder eines Gremiums mit Funktion und Zeit."
    render_template = "partners/plugins/people.html"


@plugin_pool.register_plugin
class AnnualThemesPlugin(Block):
    """The annual themes as a time line."""

    model = AnnualThemeList
    name = "Jahresthemen"
    module = LISTS
    purpose = "Die Themen aller Jahre auf einer Zeitleiste."
    render_template = "partners/plugins/annual_themes.html"

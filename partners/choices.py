"""The closed lists of partners, initiatives and people."""

from django.db import models


class PartnerKind(models.TextChoices):
    MUNICIPALITY = "municipality", "Kommune"
    COUNTY = "county", "Kreis"
    INDUSTRY = "industry", "Industrie"
    CHAMBER = "chamber", "Kammer"
    CITY_MARKETING = "city-marketing", "Stadtmarketingverein"
    MUNICIPAL_COMPANY = "municipal-company", "Städtische Gesellschaft"
    COMPANY = "company", "Unternehmen"
    FOUNDATION = "foundation", "Stiftung"
    BANK = "bank", "Kreditinstitut"
    HEALTH_INSURANCE = "health-insurance", "Krankenkasse"
    ASSOCIATION = "association", "Verband oder Verein"


class InitiativeKind(models.TextChoices):
    SERIES = "series", "Veranstaltungsreihe"
    ACTION_WEEK = "action-week", "Aktionswoche"
    COMMUNITY_ACTION = "community-action", "Gemeinschaftsaktion"
    CAMPAIGN = "campaign", "Kampagne"
    COMPETITION = "competition", "Wettbewerb"
    AWARD = "award", "Unternehmenspreis"
    ONGOING = "ongoing", "Dauerprojekt"
    SERVICE = "service", "Angebot"
    FILM = "film", "Film"
    ACCOMPANIED = "accompanied", "begleitetes Partnerprojekt"
    COLLECTION = "collection", "Sammlung kleiner Projekte"


class InitiativeStatus(models.TextChoices):
    PLANNED = "planned", "geplant"
    RUNNING = "running", "läuft"
    DONE = "done", "abgeschlossen"
    UNKNOWN = "unknown", "Stand unbekannt"


class Body(models.TextChoices):
    """The alliance's bodies that people belong to."""

    SPEAKERS = "speakers", "Sprecherteam"
    WORKING_GROUP = "working-group", "Arbeitskreis"


class InitiativeScope(models.TextChoices):
    """Which initiatives a list shows."""

    ALL = "all", "alle"
    OWN = "own", "vom Bündnis getragene"
    PARTNER_PROJECTS = "partner-projects", "Projekte von Partnern"


class PartnerScope(models.TextChoices):
    """Which partners a list shows."""

    ALL = "all", "alle"
    FOUNDING = "founding", "Gründungspartner"
    FURTHER = "further", "weitere Partner"

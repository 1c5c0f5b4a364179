"""The closed lists of the building blocks and the contact form."""

from django.db import models


class OperatorSection(models.TextChoices):
    """Parts of the site settings that a page can show."""

    IMPRINT = "imprint", "Impressum"
    PRESS = "press", "Pressekontakt"
    CONTACT = "contact", "Kontakt"
    PRIVACY = "privacy", "Datenschutz"
    ACCESSIBILITY = "accessibility", "Barrierefreiheit"


class Subject(models.TextChoices):
    """What a message of the contact form is about."""

    QUESTION = "question", "Allgemeine Frage"
    BARRIER = "barrier", "Barriere melden"
    PRESS = "press", "Presse"
    TAKE_PART = "take-part", "Mitmachen"

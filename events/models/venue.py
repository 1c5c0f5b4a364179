"""Where meetings are held."""

from django.db import models


class Venue(models.Model):
    """A place where meetings are held (schema.org Place)."""

    name = models.CharField("Name", max_length=120, unique=True)
    street = models.CharField("Straße und Hausnummer", max_length=120, blank=True)
    postal_code = models.CharField("Postleitzahl", max_length=10, blank=True)
    locality = models.CharField("Ort", max_length=80, blank=True)
    accessibility = models.TextField(
        "Barrierefreiheit", blank=True, help_text="Stufenloser Zugang, Induktionsschleife, WC …"
    )

    class Meta:
        verbose_name = "Veranstaltungsort"
        verbose_name_plural = "Veranstaltungsorte"

    def __str__(self):
        return self.name

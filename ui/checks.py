"""What only the operator knows must be known before the portal goes on line.

Run by `manage.py check --deploy --database default`.
"""

from django.core.checks import Tags, Warning, register  # noqa: A004 - Django's own name
from django.db import DatabaseError

from ui.models import REQUIRED, SiteSettings


@register(Tags.database, deploy=True)
def operator_data_is_complete(databases=None, **kwargs) -> list[Warning]:
    """Warn of each required fact about the operator that nobody has filled in."""
    try:
        operator = SiteSettings.load() if databases else None
    except DatabaseError:
        return []  # the tables are not there yet; `migrate --check` says so
    if operator is None:
        return []
    return [
        Warning(
            f"Betreiberangabe fehlt: {operator.fact(name).label}.",
            hint="Tragen Sie sie unter /admin/ui/sitesettings/ ein.",
            id=f"portal.W1{number:02}",
        )
        for number, name in enumerate(REQUIRED, 1)
        if operator.fact(name).is_missing
    ]

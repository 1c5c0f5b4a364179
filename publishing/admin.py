"""What the other apps need for the admins of their content types, and our own admins."""

from publishing.audit_admin import AuditAdmin
from publishing.content_admin import ContentAdmin
from publishing.fact_admin import INTERNAL
from publishing.house_word_admin import HouseWordAdmin
from publishing.row_admin import RowInline

ADDRESS = (
    "Adresse und Suchmaschinen",
    {"classes": ("collapse",), "fields": ("content__slug", "content__meta_description")},
)
HERO_FIELDS = (
    "content__hero",
    "content__hero_alt",
    "content__hero_is_decorative",
    "content__hero_caption",
)
TEXT = "Text – für Leser erst nach dem Veröffentlichen sichtbar"
PICTURE = "Titelbild – für Leser erst nach dem Veröffentlichen sichtbar"
RELATED = "Gehört zu – für Leser erst nach dem Veröffentlichen sichtbar"
FACTS = "Angaben – gelten sofort nach dem Sichern, ohne Veröffentlichen"

__all__ = [
    "ADDRESS",
    "FACTS",
    "HERO_FIELDS",
    "INTERNAL",
    "PICTURE",
    "RELATED",
    "TEXT",
    "AuditAdmin",
    "ContentAdmin",
    "HouseWordAdmin",
    "RowInline",
]

"""The editors' picker of building blocks: in groups, each block with a picture and a sentence.

The CMS fills its picker from templates/cms/toolbar/dragitem_menu.html, which is ours
(docs/decisions/0009).
"""

from dataclasses import dataclass

from cms.plugin_pool import plugin_pool
from django.conf import settings

# Blocks that are not ours; ours say it themselves (`Block.purpose`).
PURPOSES = {
    "TextPlugin": "Absätze, Zwischenüberschriften, Listen, Tabellen und Links.",
    "Alias": "Ein Block für mehrere Seiten: einmal geändert, überall neu.",
}


@dataclass(frozen=True)
class Offer:
    """A building block as the picker shows it."""

    plugin: str
    name: str
    has_form: bool

    @property
    def purpose(self) -> str:
        """What the block is for, in one sentence."""
        return PURPOSES.get(self.plugin) or plugin_pool.get_plugin(self.plugin).purpose

    @property
    def picture(self) -> str:
        """The template with the drawing."""
        return f"ui/blocks/{self.plugin}.svg"


def groups(menu: list[dict]) -> list[tuple[str, list[Offer]]]:
    """Return what the CMS lists, by group, in the order of the settings."""
    order = settings.CMS_PLACEHOLDER_CONF[None]["plugins"]
    found = {}
    for entry in sorted(menu, key=lambda entry: order.index(entry["value"])):
        offer = Offer(entry["value"], str(entry["name"]), entry["add_form"])
        found.setdefault(str(entry["module"]), []).append(offer)
    return list(found.items())

"""Fills the placeholder of a content with plugins, as an editor would build it."""

from cms.api import add_plugin
from cms.models import Placeholder
from cms.plugin_pool import plugin_pool
from cms.utils.placeholder import rescan_placeholders_for_obj
from django.conf import settings

from allianz_portal.content_loading.building import Builder
from allianz_portal.content_loading.records import FirstContentError

SLOT = "body"


def fill_body(content, plugins: list[dict], builder: Builder) -> None:
    """Add the plugins, each given as its type with its fields, to the content's body."""
    if not plugins:
        return
    rescan_placeholders_for_obj(content)
    placeholder = content.placeholders.get(slot=SLOT)
    for plugin in plugins:
        add(placeholder, plugin, builder)


def add(placeholder: Placeholder, plugin: dict, builder: Builder, *, parent=None) -> None:
    """Add one plugin and, below it, its children."""
    if len(plugin) != 1:
        raise FirstContentError(f"Ein Baustein hat genau einen Namen, nicht {list(plugin)}.")
    ((kind, values),) = plugin.items()
    values = dict(values or {})
    children = values.pop("children", [])
    model = plugin_model(kind)
    columns = builder.columns(model, values)
    model(**columns).clean_fields(exclude=base_fields(model))
    created = add_plugin(placeholder, kind, settings.LANGUAGE_CODE, target=parent, **columns)
    for child in children:
        add(placeholder, child, builder, parent=created)


def plugin_model(kind: str):
    """Return the model of a plugin type."""
    try:
        return plugin_pool.get_plugin(kind).model
    except KeyError:
        raise FirstContentError(f"Den Baustein „{kind}“ gibt es nicht.") from None


def base_fields(model) -> set[str]:
    """Return the fields that the CMS fills itself."""
    base = model._meta.get_parent_list()
    return {field.name for parent in base for field in parent._meta.fields} | {
        field.name for field in model._meta.fields if field.primary_key
    }

"""What an editor does on „Text übernehmen“, and what became of it."""

from cms.models import CMSPlugin
from django.core.files.uploadedfile import SimpleUploadedFile

from allianz_portal.content_loading.loading import AUTHOR
from news.models import ArticleContent

PAGE = "/admin/news/article/uebernehmen/"
# What no text can tell: the portal's own addresses and pictures.
NOT_IN_THE_TEXT = {"id", "article", "slug", "meta_description", "hero", "hero_alt"}


def bring(client, **values):
    """Send the first form."""
    return client.post(PAGE, {"_read": "x", "kind": "press-release", "text": "", **values})


def upload(data: bytes, name="mitteilung.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def sent(response, **changes) -> dict:
    """Return what a browser sends when an editor changes some fields of the second form."""
    form = response.context["form"]
    values = {field.html_name: field.value() for field in form}
    return {name: value for name, value in {**values, **changes}.items() if value is not None}


def errors(response) -> dict:
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def draft() -> ArticleContent:
    """Return the one text that is no first content."""
    found = ArticleContent.admin_manager.exclude(versions__created_by__username=AUTHOR)
    return found.get()


def columns(content) -> dict:
    fields = [one for one in content._meta.fields if one.name not in NOT_IN_THE_TEXT]
    return {field.name: getattr(content, field.name) for field in fields}


def relations(content) -> dict:
    many = content._meta.many_to_many
    return {one.name: set(getattr(content, one.name).values_list("pk", flat=True)) for one in many}


def blocks(content) -> list[tuple]:
    """Return the building blocks of the body with everything an editor can type into them."""
    placeholder = content.placeholders.get(slot="body")
    base = {field.name for field in CMSPlugin._meta.fields} | {"cmsplugin_ptr"}
    found = []
    for plugin in CMSPlugin.objects.filter(placeholder=placeholder).order_by("position"):
        instance = plugin.get_plugin_instance()[0]
        fields = [one for one in instance._meta.fields if one.name not in base]
        values = {field.name: getattr(instance, field.name) for field in fields}
        found.append((plugin.plugin_type, values))
    return found

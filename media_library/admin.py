"""The library in the editors' hands: forms of pictures and files, and no deletion in use."""

from functools import partial
from itertools import chain

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from filer.admin.fileadmin import FileAdmin, FileAdminChangeFrom
from filer.admin.folderadmin import FolderAdmin
from filer.admin.imageadmin import ImageAdmin, ImageAdminForm
from filer.models import File, Folder
from filer.settings import FILER_PAGINATE_BY

from media_library.file_types import is_picture_name
from media_library.held_files import is_kept_from, sync_later
from media_library.known_files import hidden_from, known_files
from media_library.models import Image
from media_library.uses import uses_of

REPLACE_HELP = (
    "Ersetzt die Datei an allen Stellen, an denen sie verwendet wird; Seiten und Links bleiben."
)


class ReplaceableFile:
    """Lets Django's own findings about a file (empty, name too long) stand before filer's."""

    def clean(self):
        return super().clean() if "file" in self.cleaned_data else self.cleaned_data


class FileForm(ReplaceableFile, FileAdminChangeFrom):
    """A file and what is known about it."""

    class Meta(FileAdminChangeFrom.Meta):
        labels = {"file": "Datei ersetzen"}
        help_texts = {"file": REPLACE_HELP}


class ImageForm(ReplaceableFile, ImageAdminForm):
    """A picture, its rights and its focal point."""

    class Meta(ImageAdminForm.Meta):
        labels = {
            "name": "Titel in der Bildverwaltung",
            "default_alt_text": "Alternativtext als Vorschlag",
            "default_caption": "Bildunterschrift als Vorschlag",
            "file": "Datei ersetzen",
        }
        help_texts = {"file": REPLACE_HELP}

    def clean(self):
        """Let pictures be replaced by pictures only."""
        file = self.cleaned_data.get("file")
        if "file" in self.changed_data and file and not is_picture_name(file.name):
            raise forms.ValidationError(
                f"„{file.name}“ ist kein Bild. Ein Bild lässt sich nur durch ein Bild ersetzen."
            )
        return super().clean()


def is_known(request, file) -> bool:
    """Tell whether no Sperrfrist keeps a file, and what is noted about it, from this user."""
    name = file.file.name if isinstance(file, File) else ""
    return not (name and is_kept_from(request.user, name))


class UsedFileAdmin:
    """Shows where a file is used, refuses to delete it there, and replaces it in place."""

    @admin.display(description="Verwendet in")
    def used_in(self, file) -> str:
        """The list of places, as HTML."""
        return render_to_string("admin/media_library/uses.html", {"uses": uses_of(file)})

    def has_view_permission(self, request, obj=None):
        """Ask Django's permissions, not filer's ownership: the library belongs to all editors."""
        may = admin.ModelAdmin.has_view_permission(self, request, obj)
        return may and is_known(request, obj)

    def has_change_permission(self, request, obj=None):
        may = admin.ModelAdmin.has_change_permission(self, request, obj)
        return may and is_known(request, obj)

    def has_delete_permission(self, request, obj=None):
        may = admin.ModelAdmin.has_delete_permission(self, request, obj)
        return may and is_known(request, obj)

    def get_search_results(self, request, queryset, search_term):
        """Leave out of lists and suggestions, searched or not, what a Sperrfrist keeps."""
        known = known_files(queryset, request.user)
        return super().get_search_results(request, known, search_term)

    def get_fieldsets(self, request, obj=None):
        used = ("Wo wird es verwendet?", {"fields": ("used_in",)})
        return (*super().get_fieldsets(request, obj), used)

    def get_readonly_fields(self, request, obj=None):
        return (*super().get_readonly_fields(request, obj), "used_in")

    def delete_view(self, request, object_id, extra_context=None):
        """Refuse with the list of places if there are any."""
        file = self.get_object(request, unquote(object_id))
        if file is None:
            raise Http404
        may_delete = self.has_delete_permission(request, file)
        refused = refusal(request, [file]) if may_delete else None
        return refused or super().delete_view(request, object_id, extra_context)

    def save_model(self, request, obj, form, change):
        """Save; a replaced file takes its new name and leaves nothing behind."""
        is_replaced = change and "file" in form.changed_data
        old = self.model.objects.get(pk=obj.pk) if is_replaced else None
        sync_later()  # before new sizes are made
        if old:
            obj.original_filename = form.cleaned_data["file"].name
            self.keep_focal_point(old, obj)
        super().save_model(request, obj, form, change)
        if old:
            transaction.on_commit(partial(old.file.delete, save=False))

    def keep_focal_point(self, old, new) -> None:
        """Files have none."""


class PortalFileAdmin(UsedFileAdmin, FileAdmin):
    """Documents, recordings and all other files."""

    form = FileForm


class PortalImageAdmin(UsedFileAdmin, ImageAdmin):
    """Pictures."""

    form = ImageForm
    fieldsets = (
        (None, {"fields": ("name", "default_alt_text", "default_caption", "description")}),
        (
            "Rechte",
            {
                "fields": (
                    "credit",
                    "rights_holder",
                    ("licence", "usage_terms"),
                    "consent",
                    ("valid_until", "after_expiry"),
                    ("place", "taken_on"),
                    "is_illustration",
                )
            },
        ),
        ("Bildmittelpunkt", {"fields": ("subject_location",), "classes": ("collapse",)}),
        ("Datei", {"fields": ("file", "display_canonical", "owner"), "classes": ("collapse",)}),
    )

    def keep_focal_point(self, old, new) -> None:
        """Keep the focal point at the same part of the picture, whatever the new size."""
        if old.subject_location and old.subject_location == new.subject_location:
            x, y = old.focal_point
            new.subject_location = f"{round(x * new.width)},{round(y * new.height)}"


class PortalFolderAdmin(FolderAdmin):
    """Folders; shows nothing that a Sperrfrist keeps, deletes nothing that is in use."""

    def directory_listing(self, request, folder_id=None, viewtype=None):
        """Leave files out that this user may not know; filer asks nobody which it shows."""
        response = super().directory_listing(request, folder_id, viewtype)
        hidden = hidden_from(request.user) if hasattr(response, "context_data") else set()
        if hidden and "folder_files" in response.context_data:
            response.context_data.update(without(hidden, response.context_data, request))
        return response

    def response_action(self, request, files_queryset, folders_queryset):
        """Let actions reach only files that the list shows."""
        known = known_files(files_queryset, request.user)
        return super().response_action(request, known, folders_queryset)

    @admin.action(description="Ausgewählte Dateien und Ordner löschen")
    def delete_files_or_folders(self, request, files_queryset, folders_queryset):
        folders = set()
        for folder in folders_queryset:
            folders |= {folder.pk, *folder.get_descendants_ids()}
        files = [*files_queryset, *File.objects.filter(folder__in=folders)]
        refused = refusal(request, files)
        return refused or super().delete_files_or_folders(request, files_queryset, folders_queryset)


def without(hidden: set[int], context: dict, request) -> dict:
    """Return what of the page of a folder is another without these files."""
    files = context["folder_files"].exclude(pk__in=hidden)
    pages = Paginator(list(chain(context["folder_children"], files)), FILER_PAGINATE_BY)
    page = pages.get_page(request.GET.get("page"))
    total, shown = pages.count, len(page.object_list)
    return {
        "folder_files": files,
        "paginator": pages,
        "paginated_items": page,
        "selection_note": f"0 von {shown} ausgewählt",
        "selection_note_all": f"Alle {total} ausgewählt",
    }


def refusal(request, files) -> TemplateResponse | None:
    """Return the page that says where the files are used, or None if nowhere."""
    used = [(file, uses) for file in files if (uses := uses_of(file))]
    if not used:
        return None
    names = ", ".join(f"„{file.label}“" for file, _ in used)
    messages.error(request, f"Nichts gelöscht, denn noch verwendet: {names}.")
    context = {**admin.site.each_context(request), "title": "Wird noch verwendet", "used": used}
    return TemplateResponse(request, "admin/media_library/in_use.html", context)


for model, model_admin in (
    (File, PortalFileAdmin),
    (Image, PortalImageAdmin),
    (Folder, PortalFolderAdmin),
):
    admin.site.unregister(model)
    admin.site.register(model, model_admin)

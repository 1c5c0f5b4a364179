"""The page „Fotos hinzufügen“ of everything that has a picture at its head and further ones."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path

from media_library.new_photos import ROWS, PhotoForm, RightsForm, add_photos
from publishing.page_actions import change_url
from publishing.save_steps import SaveStep

PHOTOS = "_photos"
CLOSED = "Fotos lassen sich nur einem Entwurf hinzufügen. Drücken Sie zuerst „Neuer Entwurf“."
NOTHING = "Wählen Sie mindestens ein Foto."
BAD = "Mindestens ein Foto ging nicht. Warum, steht unten bei seiner Datei."
TWICE = "Dasselbe Foto zeigt der Entwurf schon; ein zweites Mal kommt es nicht hinein."
AGAIN = (
    "Noch kein Foto hinzugefügt: siehe unten. Wählen Sie danach auch die Dateien noch einmal; der "
    "Browser behält sie nicht."
)


class PhotoStep:
    """Mixin of content admins, before `ContentAdmin`: photos with their rights in one step."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.photos_view)
        return [path("<int:key>/fotos/", view, name=self.photos_name), *super().get_urls()]

    @property
    def photos_name(self) -> str:
        """The name of the page's address."""
        return f"{self.opts.app_label}_{self.opts.model_name}_photos"

    def save_steps(self, request, content):
        step = SaveStep(PHOTOS, "Sichern und Fotos hinzufügen")
        return [step, *super().save_steps(request, content)]

    def go_on(self, request, obj):
        if PHOTOS in request.POST:
            return redirect(f"admin:{self.photos_name}", obj.pk)
        return super().go_on(request, obj)

    def waiting_captions(self, content) -> list[str]:
        """Return captions that wait for their photos; types that know some say so."""
        return []

    def captions_used(self, content, used: list[str]) -> None:
        """Take captions off those that wait."""

    def photos_view(self, request, key):
        """Ask for files and for what is said of them; keep those that are good."""
        content = self.content_for_photos(request, key)
        if not self.can_change_content(request, content):
            messages.error(request, CLOSED)
            return redirect(change_url(content.identity))
        rights = RightsForm(request.POST or None)
        rows = self.photo_rows(request, content)
        if request.method == "POST":
            rows = self.kept(request, content, rights, rows)
        if rows is None:
            return redirect(change_url(content.identity))
        context = {
            **self.admin_site.each_context(request),
            "title": f"Fotos zu „{content}“",
            "opts": self.opts,
            "content": content,
            "rights": rights,
            "rows": rows,
            "back_url": change_url(content.identity),
        }
        return TemplateResponse(request, "admin/media_library/photos.html", context)

    def content_for_photos(self, request, key):
        """Return the newest content of an item for somebody who may change it and add pictures."""
        item = self.get_object(request, str(key))
        if item is None:
            raise Http404
        may = self.has_change_permission(request, item)
        if not (may and request.user.has_perm("media_library.add_image")):
            raise PermissionDenied
        return item.latest_content

    def photo_rows(self, request, content) -> list[PhotoForm]:
        """Return a form for each photo, with the captions that wait."""
        captions = self.waiting_captions(content)
        data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
        captions += [""] * (ROWS - len(captions))
        return [
            PhotoForm(*data, user=request.user, prefix=f"photo-{n}", initial={"caption": caption})
            for n, caption in enumerate(captions)
        ]

    def kept(self, request, content, rights, rows: list[PhotoForm]) -> list[PhotoForm] | None:
        """Add the good photos; return the rows to show once more, None if nothing is open."""
        photos = [row.photo for row in rows if row.photo]
        is_bad = any(row.errors for row in rows)
        if is_bad:
            messages.error(request, BAD)
        if not rights.is_valid():
            messages.error(request, AGAIN)
        elif photos:
            count = add_photos(content, photos, rights=rights.cleaned_data, user=request.user)
            self.captions_used(content, [photo.caption for photo in photos])
            tell(request, count, left=len(photos) - count)
            fresh = {row.prefix: PhotoForm(user=request.user, prefix=row.prefix) for row in rows}
            rows = [row if row.errors else fresh[row.prefix] for row in rows]
            return rows if is_bad else None
        elif not is_bad:
            messages.error(request, NOTHING)
        return rows


def tell(request, count: int, *, left: int) -> None:
    """Say how many photos came in, and that the others were there already."""
    if count:
        messages.success(request, added(count))
    if left:
        messages.warning(request, TWICE)


def added(count: int) -> str:
    """Return how many photos came in, and what is to be seen."""
    what = "Ein Foto" if count == 1 else f"{count} Fotos"
    return f"{what} hinzugefügt. Leser sehen das erst nach dem Veröffentlichen."

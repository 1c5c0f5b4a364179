"""Files that nobody outside may have lie where no address leads: those of texts under a
Sperrfrist (spec N04), and pictures whose right has ended or was withdrawn (N01).

nginx hands out what lies in the folder of uploads and asks nobody. So the folder of such a file,
and those of its sizes, are moved below the private one and keep their names (storage.py); the
view of uploads asks who may see them. Once held, a file stays so until something public uses it.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from django.core.files.storage import default_storage
from django.db import models, transaction
from filer.models import File

from media_library.models import Image
from media_library.renditions import FOLDER, has_renditions, stem_of
from media_library.shown_files import THUMBNAILS, files_of, keys_at, keys_of, used_in_public
from publishing.embargo import kept_back
from publishing.rights import PUBLISH, may_know


def sync_later(**kwargs) -> None:
    """Look which files are to be held once this is committed; what signals call."""
    transaction.on_commit(sync)


def sync() -> None:
    """Hold what must be held and let go what something public uses."""
    held = default_storage.held_folders()
    wanted = folders_to_hold(held)
    for folder in wanted - held:
        default_storage.hold(folder)
    for folder in held - wanted:
        default_storage.let_go(folder)


def folders_to_hold(held: set[str]) -> set[str]:
    """Return the folders of all files that nobody outside may have."""
    keys = {key for content in kept_back() for key in files_of(content)}
    keys |= keys_of(File.objects.filter(in_folders(held))) if held else set()
    keys -= used_in_public(keys)
    keys |= keys_of(Image.no_longer_shown())
    files = File.objects.filter(pk__in=keys)
    shown = Image.objects.exclude(pk__in=keys).values_list("sha1", flat=True)
    shown = set(shown.filter(sha1__in=files.values("sha1")))
    return {folder for file in files for folder in folders_of(file, is_shown=file.sha1 in shown)}


def folders_of(file: File, *, is_shown: bool = False) -> Iterator[str]:
    """Yield where a file and its sizes lie; `is_shown`: the same picture is public elsewhere."""
    original = str(PurePosixPath(file.file.name).parent)
    yield original
    yield f"{THUMBNAILS}/{original}"
    if isinstance(file, Image) and not is_shown:
        yield from default_storage.folders_like(f"{FOLDER}/{file.sha1}-")
        if has_renditions(file):
            yield f"{FOLDER}/{stem_of(file)}"


def in_folders(folders: set[str]) -> models.Q:
    """Return the condition that a file's original lies in one of these folders."""
    own = [folder for folder in folders if not folder.startswith((f"{FOLDER}/", THUMBNAILS))]
    wanted = models.Q(pk__in=[])
    for folder in own:
        wanted |= models.Q(file__startswith=f"{folder}/")
    return wanted


# --- Who may have one ---


def is_kept_from(user, path: str) -> bool:
    """Tell whether the file under a path is held and this user may not see it."""
    if not default_storage.is_held(path):
        return False
    keys = keys_at(path)
    is_over = bool(keys & keys_of(Image.no_longer_shown()))
    if not is_over and used_in_public(keys):
        sync()  # the process that published it ended before it let the file go
        return False
    if is_over or not user.is_staff:
        return not user.is_staff
    using = [content for content in kept_back() if keys & files_of(content)]
    return not (user.has_perm(PUBLISH) or any(may_know(user, content) for content in using))


def belongs_to(content, path: str) -> bool:
    """Tell whether the file under a path is one of a content."""
    return bool(keys_at(path) & files_of(content))

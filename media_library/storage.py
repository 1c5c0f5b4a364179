"""Where files lie: on disk a file is there as a whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils._os import safe_join

# What an upload must leave free for the database, its log and the sizes of pictures.
RESERVE = 100 * 1024 * 1024  # bytes
HELD = "sperrfrist"  # below the private folder
MARK = ".held"  # lies in each folder that is held
new_are_held = ContextVar("new_are_held", default=False)  # whether what is saved now is held


class WholeFileStorage(FileSystemStorage):
    """Write beside the place, then move: no reader, no full disk and no kill leaves half a file.

    A folder may be *held* (held_files.py): then its files lie below the private folder, where
    no web server looks, and are read and written there under the same names.
    """

    def path(self, name):
        """Return where a file lies."""
        folder = self.held_path(Path(name).parent)
        return str(folder / Path(name).name) if is_marked(folder) else super().path(name)

    def _save(self, name, content):
        if new_are_held.get():
            self.hold(str(Path(name).parent))
        part_name = f"{name}.{uuid4().hex}.part"
        part = Path(self.path(part_name))
        try:
            super()._save(part_name, content)
            part.replace(self.path(name))
        finally:
            part.unlink(missing_ok=True)
        return name

    def has_room_for(self, size: int) -> bool:
        """Tell whether a file of that many bytes may come in."""
        folder = Path(self.location)
        folder.mkdir(parents=True, exist_ok=True)
        return shutil.disk_usage(folder).free >= size + RESERVE

    # --- Held folders ---

    def held_path(self, folder) -> Path:
        """Return where a folder lies while it is held."""
        return Path(safe_join(settings.PRIVATE_ROOT, HELD, str(folder)))

    def is_held(self, name: str) -> bool:
        """Tell whether the folder of a file is held."""
        return is_marked(self.held_path(Path(name).parent))

    def held_folders(self) -> set[str]:
        """Return the names of all folders that are held."""
        root = self.held_path("")
        return {str(mark.parent.relative_to(root)) for mark in root.rglob(MARK)}

    def folders_like(self, start: str) -> set[str]:
        """Return the names of the folders, held or not, that begin like this."""
        roots = (Path(self.location), self.held_path(""))
        found = {path.relative_to(root) for root in roots for path in root.glob(f"{start}*")}
        return {str(path) for path in found}

    def hold(self, folder: str) -> None:
        """Take a folder out of every reader's reach; what is put into it later, too."""
        held = self.held_path(folder)
        held.mkdir(parents=True, exist_ok=True)
        (held / MARK).touch()
        move_files(Path(super().path(folder)), held)

    @contextmanager
    def holding_new(self, *, is_wanted: bool) -> Iterator[None]:
        """Hold the folder of each file that is saved meanwhile before anything lies in it."""
        token = new_are_held.set(is_wanted)
        try:
            yield
        finally:
            new_are_held.reset(token)

    def let_go(self, folder: str) -> None:
        """Put a folder back; a file that somebody reads meanwhile is read to its end."""
        held = self.held_path(folder)
        move_files(held, Path(super().path(folder)))
        (held / MARK).unlink(missing_ok=True)
        with suppress(OSError):  # somebody put something into it meanwhile
            held.rmdir()


def is_marked(folder: Path) -> bool:
    """Tell whether a folder is held."""
    return (folder / MARK).exists()


def move_files(source: Path, target: Path) -> None:
    """Move all files of a folder; another process may do the same."""
    files = [path for path in source.glob("*") if path.is_file() and path.name != MARK]
    if files:
        target.mkdir(parents=True, exist_ok=True)
    for path in files:
        with suppress(FileNotFoundError):
            shutil.move(path, target / path.name)

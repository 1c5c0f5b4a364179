"""Where files lie: on disk a file is there as a whole or not at all."""

import shutil
from pathlib import Path
from uuid import uuid4

from django.core.files.storage import FileSystemStorage

# What an upload must leave free for the database, its log and the sizes of pictures.
RESERVE = 100 * 1024 * 1024  # bytes


class WholeFileStorage(FileSystemStorage):
    """Write beside the place, then move: no reader, no full disk and no kill leaves half a file."""

    def _save(self, name, content):
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

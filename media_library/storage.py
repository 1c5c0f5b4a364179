"""Where files lie: on disk a file is there as a whole or not at all."""

from pathlib import Path
from uuid import uuid4

from django.core.files.storage import FileSystemStorage


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

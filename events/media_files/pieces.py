"""Big files come in pieces, so that a broken line costs one piece and not four gigabytes.

Nothing is noted anywhere: the part on the disk is the state, its name is made of who sends
what to which recording. Whoever sends the same file again goes on where it stopped.
"""

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from events.media_files.contents import checked_kind
from media_library.file_types import Refusal

PIECE = 8 * 1024 * 1024  # bytes
KEPT = timedelta(days=7)  # how long half a file waits for its rest
GIGABYTE = 1024**3


class OutOfStep(Exception):  # noqa: N818 - an answer to the browser, not a fault
    """A piece that does not follow what is there; the browser asks again what is."""


@dataclass(frozen=True)
class Upload:
    """One file on its way: by whom, to which recording, as what."""

    user: int
    recording: int
    role: str
    name: str
    size: int
    modified: int  # the file's own date, so that another file of that name and size is another

    @property
    def path(self) -> Path:
        """Where the pieces are put together."""
        key = hashlib.sha256("\0".join(map(str, astuple(self))).encode()).hexdigest()
        return folder() / f"{key[:40]}.part"

    @property
    def received(self) -> int:
        """How many bytes are there."""
        return self.path.stat().st_size if self.path.exists() else 0

    def append(self, piece: bytes, offset: int) -> int:
        """Add a piece and return how many bytes are there; the first one tells what it will be."""
        with locked(self.path) as file:
            if file.tell() != offset or offset + len(piece) > self.size:
                raise OutOfStep
            file.write(piece)
            file.flush()
            if offset == 0:
                self.check_beginning()
            return file.tell()

    def check_beginning(self) -> None:
        """Refuse what is no film or sound at once, not when all of it is there."""
        try:
            checked_kind(self.path, self.role)
        except Refusal:
            self.path.unlink()
            raise


def folder() -> Path:
    """Return where halves of files lie."""
    path = Path(settings.RECORDINGS_ROOT) / "teile"
    path.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def locked(path: Path) -> Iterator:
    """Open a part at its end, for one at a time: two tabs would mix their pieces."""
    with path.open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0, 2)
        yield file


def check_size(size: int) -> None:
    """Refuse a file that is too large for the portal."""
    if size > settings.RECORDING_LIMIT:
        limit = settings.RECORDING_LIMIT / GIGABYTE
        raise Refusal(f"ist zu groß. Erlaubt sind {limit:g} GB.")


def drop_stale(now: datetime) -> int:
    """Delete halves that nobody went on with; return how many."""
    latest = (now - KEPT).timestamp()
    stale = [part for part in folder().glob("*.part") if part.stat().st_mtime < latest]
    for part in stale:
        part.unlink()
    return len(stale)

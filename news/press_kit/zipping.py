"""A ZIP archive that is sent while it is made: same files, same bytes, little memory."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

FROM_UNIX = 3  # "made by", so that the bytes do not depend on where it was made
PLAIN_FILE = 0o100644 << 16


@dataclass(frozen=True)
class KitFile:
    """One file of the archive: its path there, and what yields its bytes when it is its turn."""

    name: str
    chunks: Callable[[], Iterable[bytes]]
    is_packed: bool = False  # photos are as small as they get

    @classmethod
    def of_text(cls, name: str, text: str) -> "KitFile":
        """Return a text file that every program opens with its umlauts right."""
        content = "\ufeff" + text.replace("\n", "\r\n")
        return cls(name, lambda: [content.encode()])


class Outlet:
    """Takes what zipfile writes until it is sent on; it cannot be wound back."""

    def __init__(self):
        self.blocks = []

    def write(self, block: bytes) -> int:
        self.blocks.append(bytes(block))
        return len(block)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        block = b"".join(self.blocks)
        self.blocks.clear()
        return block


def zipped(files: Iterable[KitFile], moment: datetime) -> Iterator[bytes]:
    """Yield an archive of the files in their order, all dated to one local moment."""
    outlet = Outlet()
    with zipfile.ZipFile(outlet, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            with archive.open(entry(file, moment), "w") as target:
                for block in file.chunks():
                    target.write(block)
                    if ready := outlet.taken():
                        yield ready
    yield outlet.taken()


def entry(file: KitFile, moment: datetime) -> zipfile.ZipInfo:
    """Return the head of a file in the archive."""
    info = zipfile.ZipInfo(file.name, moment.timetuple()[:6])
    info.create_system = FROM_UNIX
    info.external_attr = PLAIN_FILE
    info.compress_type = zipfile.ZIP_DEFLATED
    # Without compression, but as a stream that says itself where it ends.
    info._compresslevel = 0 if file.is_packed else 6
    return info

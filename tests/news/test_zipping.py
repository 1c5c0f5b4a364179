"""Archives that are sent while they are made."""

import tracemalloc
from datetime import UTC, datetime

from news.press_kit.zipping import KitFile, zipped


def test_a_huge_archive_needs_little_memory():
    block = b"x" * 100_000
    files = [KitFile("gross.bin", lambda: (block for _ in range(1000)), is_packed=True)]
    tracemalloc.start()

    length = sum(len(part) for part in zipped(files, datetime(2021, 9, 29, tzinfo=UTC)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (length > 100_000_000, peak < 2_000_000) == (True, True)

"""What a command says while it works."""

from collections.abc import Callable


def tenths(write: Callable[[str], None], word: str) -> Callable[[float, float], None]:
    """Return a function that says every ten per cent how far the work is."""
    said = set()

    def progress(done: float, total: float) -> None:
        tenth = int(10 * done / total) if total else 0
        if tenth not in said:
            said.add(tenth)
            write(f"{10 * tenth:3} % {word}")

    return progress

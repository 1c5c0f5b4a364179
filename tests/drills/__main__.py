"""Run every drill on PostgreSQL (or with `sqlite` on SQLite), print a table in Markdown."""

import sys
import time
from functools import partial

from tests.drills.ground import prepared

SECONDS = 30  # of editing at random


def main() -> int:
    """Run the drills and return 1 if one has found a fault."""
    words = sys.argv[1:]
    is_sqlite = "sqlite" in words
    seconds = next((int(word) for word in words if word.isdecimal()), SECONDS)
    say("• Datenbank und Gestaltung werden angelegt …")
    with prepared(sqlite=is_sqlite):
        say(f"\n### {'SQLite' if is_sqlite else 'PostgreSQL'}\n")
        say("| Übung | Ergebnis | Zahlen | s |\n| --- | --- | --- | --- |")
        results = [run(drill) for name, drill in drills(seconds) if wanted(name, words)]
    for result in results:
        for fault in result.faults[:10]:
            say(f"!!! {result.name}: {fault}")
    return int(any(result.faults for result in results))


def drills(seconds: int):
    """Yield name and drill in their order; they need Django to be set up."""
    from tests.drills import crowding, editing, killing, planning

    yield "D2", killing.killed_while_publishing
    yield "D13", partial(crowding.by_operation, 200)
    yield "D13", partial(crowding.by_button, 20)
    yield "D13", partial(crowding.with_four_eyes, 30)
    yield "D15", planning.three_runners
    yield "wahllos", partial(editing.edited_at_random, seconds)


def wanted(name: str, words: list[str]) -> bool:
    """Tell whether a drill was asked for, or all."""
    names = [word for word in words if word != "sqlite" and not word.isdecimal()]
    return not names or name in names


def run(drill):
    """Run one drill and print its row."""
    begun = time.monotonic()
    result = drill()
    seconds = time.monotonic() - begun
    word = f"{len(result.faults)} FEHLER" if result.faults else "gut"
    say(f"| {result.name} | {word} | {result.figures} | {seconds:.0f} |")
    return result


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

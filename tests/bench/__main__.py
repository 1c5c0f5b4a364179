"""Fill a throw-away database, measure every page type, print a table in Markdown."""

import os
import subprocess
import sys
import tempfile

SIZES = (10, 10_000)  # articles; of everything else as much as may be, see content.py
PAGES = {
    "Startseite": "/",
    "Nachrichten": "/aktuelles/",
    "Nachrichten, Seite 2": "/aktuelles/?seite=2",
    "Archiv eines Jahres": "/aktuelles/archiv/2021/",
    "Presse": "/presse/",
    "Jahrestreffen (Liste)": "/jahrestreffen/",
    "Initiativen (Liste)": "/initiativen/",
    "Partner (Liste)": "/partner/",
}
DETAILS = ("Nachricht", "Pressemitteilung", "Jahrestreffen", "Partner", "Initiative")


def main() -> None:
    """Measure in a folder of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="portal-bench-", ignore_cleanup_errors=True) as var:
        settings = {
            "DJANGO_SETTINGS_MODULE": "allianz_portal.settings",
            "PORTAL_VAR": var,
            "DATABASE_URL": "",
            "DJANGO_DEBUG": "0",
            "DJANGO_HTTPS": "0",
            "DJANGO_ALLOWED_HOSTS": "127.0.0.1,testserver",
        }
        os.environ.update(settings)
        set_up()
        bare_per_second = measure_bare()
        measure_crowd()
        for size in SIZES:
            measure(size, bare_per_second)


def set_up() -> None:
    """Make the database with the first content, in processes of their own that leave no thread."""
    import django

    say("• Datenbank, Inhalte und Gestaltung werden angelegt …")
    for command in (["migrate"], ["load_content"], ["collectstatic", "--no-input"]):
        subprocess.run([sys.executable, "manage.py", *command, "-v0"], check=True)
    django.setup()


def measure_bare() -> float:
    """Return what the machine can do with a page that costs nothing."""
    from tests.bench.measuring import per_second, served

    with served("tests.bench.bare:application", dict(os.environ)) as port:
        return per_second(port, "/")


def measure_crowd() -> None:
    """Print what a livestream's viewers wait for, with and without the cache (E52)."""
    from tests.bench.live import CASES, EVERY, VIEWERS, crowd, etag_of, go_live
    from tests.bench.measuring import page_cost, served

    go_live()
    say(f"\n### {VIEWERS} Menschen sehen zu, jeder fragt alle {EVERY} s\n")
    say("| Was | Abfragen | Mitte ms | 95 % ms | Byte | Antwort |")
    say("| --- | --- | --- | --- | --- | --- |")
    with served("allianz_portal.wsgi:application", dict(os.environ)) as port:
        for name, path in CASES.items():
            cost = page_cost(path.split("?")[0])
            count = cost["cold"] if "?" in path else cost["kept"]
            row(name, count, crowd(port, path))
        path = CASES["`status.json`"]
        row("`status.json`, unverändert", 0, crowd(port, path, etag=etag_of(port, path)))


def row(name: str, queries: int, found: dict) -> None:
    say(
        f"| {name} | {queries} | {found['middle']:.1f} | {found['p95']:.1f} "
        f"| {found['bytes']} | {found['statuses']} |"
    )


def measure(size: int, bare_per_second: float) -> None:
    """Fill up to a number of articles and print a row for each page type."""
    from tests.bench.content import fill
    from tests.bench.measuring import UNCACHED, page_cost, per_second, served

    fill(size)
    say(f"\n### {size} Nachrichten\n")
    say("| Seite | Abfragen kalt | aufgehoben | CPU ms | kB | /s kalt | /s aufgehoben | zu nackt |")
    say("| --- | --- | --- | --- | --- | --- | --- | --- |")
    with served("allianz_portal.wsgi:application", dict(os.environ)) as port:
        for name, path in pages().items():
            cost = page_cost(path)
            if cost["status"] != 200:
                say(f"| {name} | antwortet mit {cost['status']} |  |  |  |  |  |  |")
                continue
            cold, kept = per_second(port, path.split("?")[0] + UNCACHED), per_second(port, path)
            say(
                f"| {name} | {cost['cold']} | {cost['kept']} | {cost['ms']:.1f} "
                f"| {cost['bytes'] / 1000:.1f} | {cold:.0f} | {kept:.0f} "
                f"| {kept / bare_per_second:.2f} |"
            )
    say(f"| nackte WSGI-Seite |  |  |  | 2.5 |  | {bare_per_second:.0f} | 1.00 |")


def pages() -> dict[str, str]:
    """Return the fixed pages and the newest item of each type."""
    from events.models import MeetingContent
    from news.models import ArticleContent
    from partners.models import InitiativeContent, PartnerContent

    querysets = (
        ArticleContent.objects.news(),
        ArticleContent.objects.press_releases(),
        MeetingContent.objects.filter(meeting__programme_items__isnull=False),
        PartnerContent.objects.all(),
        InitiativeContent.objects.all(),
    )
    found = {
        name: queryset.order_by("pk").first()
        for name, queryset in zip(DETAILS, querysets, strict=True)
    }
    return PAGES | {name: item.get_absolute_url() for name, item in found.items() if item}


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

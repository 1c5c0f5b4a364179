"""llms.txt: what the portal is and where its texts are, for language models and their readers.

The format is that of llmstxt.org: a heading, a quotation, lists of links.
"""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from events.models import MeetingContent
from news.models import ArticleContent
from partners.models import InitiativeContent, PartnerContent
from publishing.dates import in_words
from publishing.markdown import escaped
from publishing.metadata import ALLIANCE, absolute

NEWEST = 30
WHAT = (
    "Das Bündnis von Stadt, Kreis, Industrie, Kammer und Bürgerschaft in Dormagen. Hier stehen "
    "seine Nachrichten, Pressemitteilungen, Jahrestreffen, Partner und Initiativen. Alle Texte "
    "sind deutsch; Adressen auf .md geben Nachrichten und Pressemitteilungen als reinen Text."
)
FEEDS = {
    "Nachrichten (Atom)": "/aktuelles/feed.atom",
    "Pressemitteilungen (Atom)": "/presse/feed.atom",
    "Jahrestreffen (iCalendar)": "/jahrestreffen/kalender.ics",
    "Alle Seiten (Sitemap)": "/sitemap.xml",
}


@require_safe
def llms(request):
    """Answer with the newest texts of each kind and where the rest is."""
    articles = ArticleContent.objects.for_listing().newest_first()
    meetings = MeetingContent.objects.for_listing().newest_first()
    parts = [
        f"# {ALLIANCE}\n\n> {WHAT}",
        listed("Pressemitteilungen", map(article, articles.press_releases()[:NEWEST])),
        listed("Nachrichten", map(article, articles.news()[:NEWEST])),
        listed("Jahrestreffen", map(meeting, meetings[:NEWEST])),
        listed("Partner", map(linked, PartnerContent.objects.for_listing().in_order())),
        listed("Initiativen", map(linked, InitiativeContent.objects.for_listing().newest_first())),
        listed("Abonnieren und finden", (line(name, path) for name, path in FEEDS.items())),
    ]
    text = "\n\n".join(filter(None, parts))
    return HttpResponse(f"{text}\n", content_type="text/plain; charset=utf-8")


def listed(title: str, lines) -> str:
    """Return a heading with its links, "" where there are none."""
    lines = "\n".join(lines)
    return f"## {title}\n\n{lines}" if lines else ""


def line(title: str, path: str, about: str = "") -> str:
    """Return one link with what stands behind it."""
    return f"- [{escaped(title)}]({absolute(path)})" + (f": {escaped(about)}" if about else "")


def article(content) -> str:
    path = reverse(f"{content.url_name}_text", args=[content.slug])
    return line(content.title, path, f"{content.when}. {content.lead}")


def meeting(content) -> str:
    when = in_words(content.meeting.starts_at, content.meeting.precision)
    return line(content.title, content.get_absolute_url(), f"{when}. {content.lead}")


def linked(content) -> str:
    return line(content.title, content.get_absolute_url(), content.lead)

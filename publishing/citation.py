"""How a published thing is cited: in German, as BibTeX and as RIS (N08).

The address is the short link (RFC 8574 calls it "cite-as"). The version cited is the one
that readers were last told of; nothing here depends on the day on which somebody reads it.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from publishing.dates import NBSP, Precision, for_machines, in_words
from publishing.former_versions import former_url
from publishing.latex import latex
from publishing.metadata import ALLIANCE, absolute

PLACE = "Dormagen"
ENDS_SENTENCE = (".", "!", "?", "…")
MACHINE_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
MIMES = {
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}


@dataclass(frozen=True)
class Citation:
    """What belongs into a reference; `version` is "" where the date says it already."""

    code: str
    url: str
    title: str
    genre: str
    issued: date | datetime
    precision: str
    version: str = ""
    remark: str = ""

    @property
    def when(self) -> str:
        """The date of what is cited, for people."""
        return in_words(self.issued, self.precision)

    @property
    def notes(self) -> str:
        """What a reference says beside title, kind and date."""
        return ", ".join(filter(None, [self.version, self.remark]))

    @property
    def text(self) -> str:
        """The reference in German. When it was read the reader adds, the page does not know."""
        stop = "" if self.title.endswith(ENDS_SENTENCE) else "."
        about = ", ".join(filter(None, [self.genre, self.when, self.notes]))
        return f"{ALLIANCE}: {self.title}{stop} {about}. {self.url}"

    @property
    def bibtex(self) -> str:
        """The reference as BibTeX; `date` is for BibLaTeX, `year` for all older styles."""
        day = for_machines(self.issued, self.precision)
        fields = {
            "author": f"{{{latex(ALLIANCE)}}}",
            "title": f"{{{latex(one_line(self.title))}}}",
            "howpublished": latex(self.genre),
            "year": day[:4],
            "date": day,
            "note": latex(self.notes),
            "url": self.url,
            "langid": "ngerman",
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{dormagen-{self.code},", *lines, "}"])

    @property
    def ris(self) -> str:
        """The reference as RIS: a web page, for RIS knows no press releases; `M3` says which."""
        day = for_machines(self.issued, self.precision)
        parts = [part or "" for part in MACHINE_DATE.fullmatch(day).groups()]
        lines = [
            ("TY", "ELEC"),
            ("ID", self.code),
            ("AU", ALLIANCE),
            ("TI", one_line(self.title)),
            ("T2", ALLIANCE),
            ("M3", self.genre),
            ("PY", day[:4]),
            ("DA", "/".join([*parts, ""])),
            ("ET", self.version),
            ("N1", self.notes),
            ("PB", ALLIANCE),
            ("CY", PLACE),
            ("LA", "de"),
            ("UR", self.url),
        ]
        said = [f"{tag}  - {value.replace(NBSP, ' ')}" for tag, value in lines if value]
        return "\r\n".join([*said, "ER  - ", ""])

    @property
    def files(self) -> dict[str, str]:
        """The two files by their suffix."""
        return {"bib": f"{self.bibtex}\n", "ris": self.ris}


def citation_of(content) -> Citation | None:
    """Return how a content is cited; None for what readers do not see (a draft)."""
    if content.changed_at is None:
        return None
    at = content.former.since if content.former else content.changed_at
    issued, precision = content.issued or (at, Precision.DAY)
    is_named = content.issued and (content.former or content.is_changed)
    code = content.identity.short_code
    return Citation(
        code=f"{code}-v{content.former.number}" if content.former else code,
        url=absolute(cited_path(content)),
        title=content.title,
        genre=content.genre,
        issued=issued,
        precision=precision,
        version=f"Fassung vom {day(at)}" if is_named else "",
        remark=remark_on(content),
    )


def cited_path(content) -> str:
    """Return the path by which a page is cited: the short link, or that of a former version."""
    if content.former:
        return former_url(content, content.former.number)
    return content.identity.get_short_url()


def remark_on(content) -> str:
    """Return what whoever cites a text must know of it, or ""."""
    withdrawal = getattr(content, "withdrawal", None)
    if withdrawal:
        return f"zurückgezogen am {day(withdrawal.at)}"
    return f"überholt seit {day(content.former.until)}" if content.former else ""


def day(moment: datetime) -> str:
    """Return the day of a moment in words."""
    return in_words(moment, Precision.DAY)


def one_line(text: str) -> str:
    """Return a text without line breaks and signs that nobody sees, which would end a field."""
    signs = " ".join(text.split())
    return "".join(sign for sign in signs if unicodedata.category(sign)[0] != "C")

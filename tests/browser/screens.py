"""Every screen of the editors that is ours, and how to get there."""

from dataclasses import dataclass

FIRST = "#result_list tbody a[href*=change]"
DRAFT = "text=Neuer Entwurf"  # left out where an earlier screen has begun one


@dataclass(frozen=True)
class Screen:
    """A screen of the editors: an address, and what is clicked from there on."""

    path: str
    clicks: tuple[str, ...] = ()

    def __str__(self) -> str:
        return " → ".join((self.path, *self.clicks))


def screens_of(path: str) -> list[Screen]:
    """Return list, empty form and filled form of a type."""
    return [Screen(path), Screen(f"{path}add/"), Screen(path, (FIRST,))]


TYPES = [
    "/admin/news/article/",
    "/admin/events/meeting/",
    "/admin/partners/partner/",
    "/admin/partners/initiative/",
]
FACTS = [
    "/admin/partners/person/",
    "/admin/partners/annualtheme/",
    "/admin/events/venue/",
    "/admin/news/topic/",
]
SCREENS = [
    Screen("/admin/"),
    *(screen for path in TYPES + FACTS for screen in screens_of(path)),
    # A meeting with programme, an item of it with people, an item that is new.
    Screen("/admin/events/meeting/?q=2021", (FIRST,)),
    Screen("/admin/events/meeting/?q=2021", (FIRST, ".inlinechangelink")),
    Screen("/admin/events/programmeitem/add/"),
    # What a draft changes; the versions of an item; what it means to take it back.
    Screen("/admin/partners/partner/", (FIRST, DRAFT, "text=Was ist geändert?")),
    Screen("/admin/partners/partner/", (FIRST, "text=Versionen")),
    Screen("/admin/news/article/", (FIRST, "text=Zurückziehen")),
    # Photos with their rights.
    Screen("/admin/partners/initiative/", (FIRST, DRAFT, "[name=_photos]")),
    # The desk of the day, consents, the next meeting; a recording with its captions.
    Screen("/admin/events/meeting/?q=2021", (FIRST, "text=Regie am Tag")),
    Screen("/admin/events/meeting/?q=2021", (FIRST, "text=Einwilligungen")),
    Screen("/admin/events/meeting/?q=2021", (FIRST, "text=Fürs nächste Jahr")),
    Screen("/admin/events/recording/", (FIRST,)),
    Screen("/admin/events/recording/", (FIRST, "text=Untertitel hochladen")),
    # A text from elsewhere, what happened, drafts by link, times to come.
    Screen("/admin/news/article/uebernehmen/"),
    Screen("/admin/publishing/auditentry/"),
    Screen("/admin/partners/partner/", (FIRST, DRAFT, "text=Außenstehenden zeigen")),
    Screen("/admin/partners/partner/", (FIRST, "text=Ablauf planen")),
    Screen("/admin/ui/sitesettings/"),
    Screen("/admin/ui/contactmessage/"),
    Screen("/admin/media_library/image/", ("#result_list tbody a",)),
    Screen("/bausteine/"),
]

"""PageMeta and JSON-LD of meetings and their programme."""

from django.urls import reverse

from events.addresses import changes_path, item_path, oembed_path
from events.choices import AttendanceMode, EventStatus, RecordingPolicy, Role
from media_library.renditions import social_image
from publishing.dates import Precision, for_machines
from publishing.metadata import Crumb, PageMeta, absolute, crumbs_below
from publishing.structured_data import alliance, image_object, reference

FRONT = Crumb("Jahrestreffen", "/jahrestreffen/")
SCHEMA = "https://schema.org/"


def meeting(content, programme) -> PageMeta:
    """Return the meta of a meeting with its programme items."""
    path = content.get_absolute_url()
    image = social_image(content.hero, content.hero_alt)
    return PageMeta(
        title=content.title,
        path=path,
        description=content.description,
        image=content.social_card().social_image,
        crumbs=crumbs_below(FRONT, title=content.title, url=path),
        graph=() if content.meeting.is_sample else whole_graph(content, programme, image),
        feeds=(feed(),),
        oembed=oembed_path(path),
        is_indexed=not content.meeting.is_sample,
    )


def feed() -> tuple[str, str]:
    """Return the feed of all meetings, as pages name it."""
    return f"{FRONT.title} als Feed", reverse("events:meetings_feed", args=["atom"])


def whole_graph(content, programme, image) -> tuple[dict, ...]:
    """Return the meeting and its broadcast; neither can be said of a sample."""
    return (event(content, programme, image), *broadcast_event(content))


def event(content, programme, image) -> dict:
    """Return a meeting as schema.org's Event; what is unknown is left out."""
    facts = content.meeting
    return {
        "@type": "Event",
        "name": content.title,
        "alternateName": content.motto,
        "description": content.lead,
        "url": absolute(content.get_absolute_url()),
        "identifier": f"urn:uuid:{facts.uid}",
        "inLanguage": content.language,
        "startDate": for_machines(facts.starts_at, facts.precision),
        "endDate": end(facts),
        "previousStartDate": [for_machines(*start) for start in facts.former_starts],
        "eventStatus": known(facts.status),
        "eventAttendanceMode": known(facts.mode),
        "location": locations(content),
        "image": image_object(image, content.hero, content.hero_caption),
        "organizer": alliance(),
        "subEvent": [sub_event(content, item) for item in programme],
        "recordedIn": recording(content),
    }


def end(facts) -> str:
    """Return the end if it is known."""
    if facts.ends_at is None or facts.precision not in {Precision.TIME, Precision.DAY}:
        return ""
    return for_machines(facts.ends_at, facts.precision)


def known(value: str) -> str:
    """Return schema.org's address of a status or mode, or "" where nobody knows."""
    return "" if value in {EventStatus.UNKNOWN, AttendanceMode.UNKNOWN} else SCHEMA + value


def locations(content) -> list[dict]:
    """Return the place, the virtual location, both or none."""
    facts = content.meeting
    found = []
    if facts.venue and facts.mode != AttendanceMode.ONLINE:
        found.append(place(facts.venue))
    if facts.livestream_url or facts.mode in {AttendanceMode.ONLINE, AttendanceMode.MIXED}:
        url = facts.livestream_url or absolute(content.get_absolute_url())
        found.append({"@type": "VirtualLocation", "url": url})
    return found


def place(venue) -> dict:
    """Return a venue as schema.org's Place."""
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "postalCode": venue.postal_code,
        "addressLocality": venue.locality,
    }
    return {"@type": "Place", "name": venue.name, "address": address}


def recording(content) -> dict:
    """Return the recording once it is public; the page describes it as a whole."""
    own = getattr(content.meeting, "recording", None)
    return {"@type": "VideoObject", "@id": video_id(content)} if own and own.is_public else {}


def video_id(content) -> str:
    """Return the name under which a page's things speak of its recording."""
    return absolute(f"{content.get_absolute_url()}#aufzeichnung")


def sub_event(content, item) -> dict:
    """Return a programme item as an Event; its day is the meeting's."""
    facts = content.meeting
    start = (item.starts_at, Precision.TIME) if item.starts_at else (facts.starts_at, day_of(facts))
    participations = item.participations.all()
    return {
        "@type": "Event",
        "name": item.title,
        "url": absolute(item_path(content, item)),
        "startDate": for_machines(*start),
        "endDate": for_machines(item.ends_at, Precision.TIME) if item.ends_at else "",
        "description": item.text,
        "identifier": f"urn:uuid:{item.uid}",
        "eventStatus": known(item_status(content, item)),
        "location": item_locations(content, item),
        "performer": [performer(one) for one in participations if one.role == Role.SPEAKER],
        "contributor": [performer(one) for one in participations if one.role == Role.MODERATOR],
    }


def item_status(content, item) -> str:
    """Return whether an item takes place: it is off when its meeting is."""
    return EventStatus.CANCELLED if item.is_cancelled else content.meeting.status


def item_locations(content, item) -> list[dict]:
    """Return where an item is seen; on site only if it is not streamed."""
    is_streamed = item.recording_policy != RecordingPolicy.NEITHER
    found = locations(content)
    return [one for one in found if is_streamed or one["@type"] != "VirtualLocation"]


def day_of(facts) -> str:
    """Return how exactly an item's date is known when only the meeting's beginning is."""
    return Precision.DAY if facts.precision == Precision.TIME else facts.precision


def performer(participation) -> dict:
    """Return who took part, with function and organisation as on that day."""
    person = participation.person
    known = reference(
        "Organization" if person.is_group else "Person", person.name, person.get_absolute_url()
    )
    if person.is_group:
        return known
    return {
        **known,
        "jobTitle": participation.job_title,
        "affiliation": reference("Organization", participation.organisation),
    }


def livestream(content) -> PageMeta:
    """Return the meta of the page with another provider's player; the meeting's is the address."""
    path = reverse("events:stream", args=[content.slug])
    front = (FRONT, Crumb(content.title, content.get_absolute_url()))
    return PageMeta(
        title=f"Livestream: {content.title}",
        path=path,
        description=f"Livestream: {content.title}, {content.meeting.when}.",
        crumbs=crumbs_below(*front, title="Livestream", url=path),
        is_indexed=False,
    )


def broadcast_event(content) -> tuple[dict, ...]:
    """Return the broadcast as schema.org's BroadcastEvent, if there is or was one."""
    facts = content.meeting
    if facts.is_off or not facts.is_streamed:
        return ()
    on_air = facts.broadcast.is_on_air
    page = content.get_absolute_url()
    event = {
        "@type": "BroadcastEvent",
        "name": f"Livestream: {content.title}",
        "url": absolute(page),
        "isLiveBroadcast": on_air,
        "startDate": for_machines(facts.starts_at, facts.precision),
        "endDate": end(facts),
        "inLanguage": content.language,
        "broadcastOfEvent": reference("Event", content.title, page),
    }
    return (event,)


def programme_item(content, item) -> PageMeta:
    """Return the meta of a programme item's own page."""
    path, is_sample = item_path(content, item), content.meeting.is_sample
    front = (FRONT, Crumb(content.title, content.get_absolute_url()))
    alone = {
        "eventAttendanceMode": known(content.meeting.mode),
        "superEvent": reference("Event", content.title, content.get_absolute_url()),
    }
    return PageMeta(
        title=f"{item.title}, {content.title}",
        path=path,
        description=f"{item.get_kind_display()}: {content.title}, {content.meeting.when}.",
        crumbs=crumbs_below(*front, title=item.title, url=path),
        graph=() if is_sample else ({**sub_event(content, item), **alone},),
        oembed=oembed_path(path),
        is_indexed=not is_sample,
    )


def programme_changes(content) -> PageMeta:
    """Return the meta of what changed in a meeting's programme; machines read its feed."""
    title, path = f"Änderungen am Programm: {content.title}", changes_path(content)
    front = (FRONT, Crumb(content.title, content.get_absolute_url()))
    return PageMeta(
        title=title,
        path=path,
        description=f"Was sich am Programm geändert hat: {content.title}.",
        crumbs=crumbs_below(*front, title="Änderungen am Programm", url=path),
        feeds=((title, reverse("events:changes_feed", args=[content.slug, "atom"])),),
        is_indexed=False,
    )

"""PageMeta and JSON-LD of partners, initiatives and people."""

from django.utils.text import Truncator

from media_library.renditions import social_image
from publishing.metadata import Crumb, PageMeta, absolute, crumbs_below
from publishing.structured_data import alliance, image_object, reference

PARTNERS = Crumb("Partner", "/partner/")
INITIATIVES = Crumb("Initiativen", "/initiativen/")
DESCRIPTION_LENGTH = 160


def partner(content) -> PageMeta:
    """Return the meta of a partner."""
    path = content.get_absolute_url()
    image = social_image(content.hero, content.hero_alt)
    return PageMeta(
        title=content.title,
        path=path,
        description=content.description,
        image=content.social_card().social_image,
        crumbs=crumbs_below(PARTNERS, title=content.title, url=path),
        feeds=(news_feed(content),),
        graph=(organization(content, image),),
    )


def news_feed(content) -> tuple[str, str]:
    """Return title and path of the feed of the news about a partner or initiative."""
    return f"{content.title}: Nachrichten als Feed", f"{content.get_absolute_url()}feed.atom"


def organization(content, image) -> dict:
    """Return a partner as schema.org's Organization."""
    is_member = content.partner.member_until is None
    return {
        "@type": "Organization",
        "name": content.title,
        "alternateName": content.short_name,
        "description": content.lead,
        "url": absolute(content.get_absolute_url()),
        "sameAs": content.website,
        "logo": image_object(image, content.hero),
        "memberOf": alliance() if is_member else {},
    }


def initiative(content) -> PageMeta:
    """Return the meta of an initiative."""
    path = content.get_absolute_url()
    return PageMeta(
        title=content.title,
        path=path,
        description=content.description,
        image=content.social_card().social_image,
        crumbs=crumbs_below(INITIATIVES, title=content.title, url=path),
        feeds=(news_feed(content),),
    )


def person(someone) -> PageMeta:
    """Return the meta of a person or group."""
    path = someone.get_absolute_url()
    about = Truncator(someone.description).chars(DESCRIPTION_LENGTH)
    function = ", ".join(part for part in (someone.job_title, someone.organisation) if part)
    image = social_image(someone.portrait, someone.name)
    return PageMeta(
        title=someone.name,
        path=path,
        description=about or function or f"Was auf diesen Seiten zu {someone.name} steht.",
        kind="profile",
        image=image,
        crumbs=crumbs_below(title=someone.name, url=path),
        graph=(person_or_group(someone, image),),
    )


def person_or_group(someone, image) -> dict:
    """Return a person as schema.org's Person, a group as Organization."""
    known = {
        **reference(
            "Organization" if someone.is_group else "Person",
            someone.name,
            someone.get_absolute_url(),
        ),
        "description": someone.description,
        "image": image_object(image, someone.portrait),
    }
    if someone.is_group:
        return known
    employer = reference("Organization", someone.organisation)
    return {**known, "jobTitle": someone.job_title, "affiliation": employer}

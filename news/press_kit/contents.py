"""What a press kit holds (N03): text in three formats, photos, credits, facts; no clock."""

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils import timezone

from news.attachments import files_of
from news.press_kit.photos import PressPhoto, photos_of
from news.press_kit.word import document
from news.press_kit.zipping import KitFile, zipped
from publishing.change_notes import told_changes
from publishing.dates import for_machines
from publishing.embargo import on_paper
from publishing.full_text import bodies, portable
from publishing.metadata import ALLIANCE, absolute
from publishing.text_blocks import Block, as_text, blocks_of

TEXT = "Pressemitteilung"
PRESS_FRONT = "/presse/"  # written out: who reads a file on a desk cannot follow a link's word


def kit_name(content) -> str:
    """Return the name of the archive and of the folder in it: `2021-09-29_jahrestreffen`."""
    name = f"{for_machines(content.date, content.date_precision)}_{content.slug}"
    return f"sperrfrist_{name}" if on_paper(content) else name


def kit(request, content, links) -> Iterator[bytes]:
    """Yield the archive of a release; `links` lead to what belongs to it."""
    moment = timezone.localtime(content.modified)
    folder = kit_name(content)
    files = kit_files(request, content, links)
    return zipped(
        (KitFile(f"{folder}/{file.name}", file.chunks, file.is_packed) for file in files), moment
    )


def kit_files(request, content, links) -> list[KitFile]:
    """Return the files of the kit in their order."""
    photos = [photo for photo in photos_of(content) if photo.is_there]
    attachments = [file for file in files_of(content) if file.row.in_press_kit]
    context = kit_context(request, content, links=links, photos=photos)
    markup = portable(render_to_string("news/press_kit/text.html", context, request))
    above = [Block(line) for line in (context["embargo"], context["sender"]) if line]
    blocks = [*above, Block(content.title, level=1), *blocks_of(markup)]
    page = render_to_string("news/press_kit/page.html", {**context, "markup": markup}, request)
    word = document(blocks, timezone.localtime(content.modified))
    return [
        KitFile.of_text(f"{TEXT}.txt", as_text(blocks)),
        KitFile(f"{TEXT}.html", lambda: [page.encode()]),
        KitFile(f"{TEXT}.docx", lambda: [word], is_packed=True),
        KitFile.of_text("Bildnachweise.txt", credits_text(photos, above=on_paper(content))),
        *(KitFile(f"Fotos/{photo.name}", photo.chunks, is_packed=True) for photo in photos),
        *(KitFile(f"Anlagen/{file.name}", file.chunks, is_packed=True) for file in attachments),
    ]


def kit_context(request, content, *, links, photos) -> dict:
    """Return what the texts of the kit say; `version` is the number and time of the text."""
    body = bodies(request, [content]).get(content.pk)
    return {
        "content": content,
        "embargo": on_paper(content),
        "sender": f"{content.eyebrow} · {ALLIANCE}",
        "body": body,
        "links": links,
        "photos": photos,
        "changes": told_changes(content.article),
        "contact_lines": [line for row in content.contact_rows for line in contact_lines(row)],
        "press_url": absolute(PRESS_FRONT),
        "short_url": absolute(content.article.get_short_url()),
        "version": content.versions.get().number,
        "modified": timezone.localtime(content.modified),
    }


def contact_lines(row) -> list[str]:
    """Return whom to call about a release: who answered then, and who does today."""
    contact = row.today
    then = "" if row.is_today else f"Damals: {', '.join(filter(None, [row.name, row.role]))}"
    if contact is None:
        return [then]
    name = row.name if row.is_today else f"Heute zuständig: {contact.name}"
    lines = [
        then,
        ", ".join(filter(None, [name, contact.role, contact.organisation])),
        f"Telefon: {contact.phone}",
        f"Mobil: {contact.mobile}" if contact.mobile else "",
        f"E-Mail: {contact.email}",
        f"Erreichbar: {contact.hours}" if contact.hours else "",
        f"Sonst: {contact.out_of_hours}" if contact.out_of_hours else "",
    ]
    return list(filter(None, lines))


def credits_text(photos: list[PressPhoto], *, above: str = "") -> str:
    """Return caption, credit and terms of each photo; `above` stands at the top."""
    head = f"{above}\n\n" if above else ""
    if not photos:
        return f"{head}Zu dieser Mitteilung gibt es keine Fotos zum Abdruck.\n"
    return head + "\n".join(credit_lines(photo) for photo in photos)


def credit_lines(photo: PressPhoto) -> str:
    """Return what a newsroom must know of one photo."""
    image = photo.image
    known = {
        "Bildunterschrift": photo.caption,
        "Zu sehen": photo.alt,
        "Nachweis": image.credit_line,
        "Rechte": image.copyright_notice,
        "Bedingungen": image.terms,
        "Lizenz": image.licence_url,
        "Nutzbar bis": image.valid_until.strftime("%d.%m.%Y") if image.valid_until else "",
    }
    lines = [f"{label}: {value}" for label, value in known.items() if value]
    return "\n".join([f"Fotos/{photo.name}", *lines, ""])

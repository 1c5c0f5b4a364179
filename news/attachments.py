"""The files of an article as its page, its kit and its downloads name them (G35)."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.urls import reverse

from news.choices import ArticleKind
from news.models import ArticleAttachment
from publishing.slugs import german_slug

BLOCK = 256 * 1024  # bytes read at a time
NAME_LENGTH = 60  # letters of a title in a file's name
URL_NAMES = {
    ArticleKind.NEWS: "news:attachment",
    ArticleKind.PRESS_RELEASE: "news:press_attachment",
}


@dataclass(frozen=True)
class OfferedFile:
    """One file: address and name, title, and what is to be known before the click.

    `alternative` is where the same can be read with a screen reader, "" if there is no need.
    """

    row: ArticleAttachment
    url: str
    name: str
    title: str
    about: str
    remark: str
    description: str
    alternative: str

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes of the file."""
        with default_storage.open(self.row.file.file.name) as file:
            while block := file.read(BLOCK):
                yield block


def files_of(content) -> list[OfferedFile]:
    """Return the files of an article that are still there.

    With a former version those that still belong to the article, as they are called today.
    """
    if content.former:
        today = files_of(content.article.published_content)
        then = {row.file_id for row in content.attachment_rows}
        return [file for file in today if file.row.file_id in then]
    rows = [row for row in content.attachment_rows if row.document.is_there]
    return [offered(row, content) for row in rows]


def offered(row: ArticleAttachment, content) -> OfferedFile:
    """Return one row as a file; its address names the file, which versions share."""
    title = german_slug(row.title)[:NAME_LENGTH].strip("-") or "anlage"
    name = f"{title}{row.suffix}"
    url = reverse(URL_NAMES[content.article.kind], args=[content.slug, row.file_id, name])
    document = row.document
    return OfferedFile(
        row=row,
        url=url,
        name=name,
        title=row.title,
        about=document.about,
        remark=document.remark,
        description=row.description,
        alternative="" if document.is_accessible else row.alternative,
    )

"""Static files as readers get them: one style sheet, and each file named after its content."""

import re

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLE_SHEET = "css/main.css"
IMPORT = re.compile(r'@import "([^"]+)";')


class OneStyleSheet(CompressedManifestStaticFilesStorage):
    """Puts the imported style sheets into the one that pages link.

    The sources stay small files without a build; a first visit asks once instead of forty
    times. Files in folders below css/ name pictures by url("../../…").
    """

    def post_process(self, paths, dry_run=False, **options):  # noqa: FBT002 - Django's signature
        if not dry_run:
            paths = {**paths, STYLE_SHEET: self.joined(paths)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def joined(self, paths) -> tuple:
        """Write the style sheet with its imports into the collected files; return where it is."""
        whole = IMPORT.sub(
            lambda found: text_of(paths[f"css/{found[1]}"]), text_of(paths[STYLE_SHEET])
        ).replace('url("../../', 'url("../')
        self.delete(STYLE_SHEET)
        self.save(STYLE_SHEET, ContentFile(whole.encode()))
        return self, STYLE_SHEET


def text_of(source: tuple) -> str:
    """Return the text of a static file, given as collectstatic knows it: storage and path."""
    storage, path = source
    with storage.open(path) as file:
        return file.read().decode()

"""Brings the pictures of the first content into the library, with their rights."""

from django.core.files import File
from filer.models import Folder

from allianz_portal.content_loading.building import Builder
from allianz_portal.content_loading.records import FirstContentError, Record
from media_library.models import Image

FOLDER_NAME = "Illustrationen"


def load_picture(record: Record, builder: Builder) -> Image:
    """Save and return the picture of a record; its file lies in `images/` beside the YAML."""
    values = dict(record.values)
    path = record.file.parent / "images" / values.pop("file")
    if not path.exists():
        raise FirstContentError(f"Die Datei images/{path.name} fehlt.")
    focal = values.pop("focal", None)
    folder, _ = Folder.objects.get_or_create(name=FOLDER_NAME, parent=None)
    with path.open("rb") as stream:
        columns = builder.columns(Image, values)
        image = Image(
            file=File(stream, name=path.name),
            original_filename=path.name,
            owner=builder.author,
            folder=folder,
            **columns,
        )
        image.save()
    if focal:
        keep_focal_point(image, *focal)
    return image


def keep_focal_point(image: Image, x: float, y: float) -> None:
    """Store a point given in fractions of width and height as filer keeps it, in pixels."""
    image.subject_location = f"{round(x * image.width)},{round(y * image.height)}"
    image.save(update_fields=["subject_location"])

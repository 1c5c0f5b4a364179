"""Makes what is missing of the pictures' sizes and crops, and the pictures for sharing."""

from django.core.management.base import BaseCommand

from media_library import darkroom
from media_library.models import Image
from media_library.renditions import all_renditions
from media_library.social import making, published


class Command(BaseCommand):
    help = "Make all missing renditions of the pictures in the library, and pictures for sharing."

    def add_arguments(self, parser):
        parser.add_argument(
            "--prune", action="store_true", help="remove what no picture and no page needs any more"
        )

    def handle(self, *args, prune, **options):
        images = list(Image.objects.order_by("pk"))
        made = sum(
            self.make(image, f"{number}/{len(images)}") for number, image in enumerate(images, 1)
        )
        self.stdout.write(f"{made} Bildgrößen für {len(images)} Bilder gerechnet.")
        cards = list(published.cards())
        drawn = sum(self.draw(card) for card in cards)
        self.stdout.write(f"{drawn} Vorschaubilder für {len(cards)} Seiten gezeichnet.")
        if prune:
            self.prune(images, cards)

    def make(self, image, progress: str) -> int:
        """Make what is missing of one image and say so; return how many files."""
        missing = darkroom.missing_renditions(image)
        if not missing:
            return 0
        self.stdout.write(f"{progress} {image.label}: {len(missing)} Bildgrößen")
        self.stdout.flush()
        try:
            return darkroom.make(image, missing)
        except darkroom.Unreadable:
            self.stderr.write(f"{progress} {image.label}: Die Datei fehlt oder ist beschädigt.")
            return 0

    def draw(self, card) -> bool:
        """Draw the picture of one page for sharing; return whether it was missing."""
        try:
            return making.make(card)
        except darkroom.Unreadable:
            self.stderr.write(f"Vorschaubild „{card.title}“: Das Titelbild ist nicht lesbar.")
            return False

    def prune(self, images, cards) -> None:
        """Remove what belongs to no image as it is now and to nothing published."""
        wanted = {rendition.name for image in images for rendition in all_renditions(image)}
        removed = darkroom.prune(wanted | {card.name for card in cards})
        self.stdout.write(f"{removed} überzählige Dateien entfernt.")

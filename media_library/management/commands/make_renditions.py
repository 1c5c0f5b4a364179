"""Makes what is missing of the pictures' sizes and crops."""

from django.core.management.base import BaseCommand

from media_library import darkroom
from media_library.models import Image


class Command(BaseCommand):
    help = "Make all missing renditions of the pictures in the library."

    def add_arguments(self, parser):
        parser.add_argument(
            "--prune", action="store_true", help="remove renditions that no picture needs any more"
        )

    def handle(self, *args, prune, **options):
        images = list(Image.objects.order_by("pk"))
        made = sum(
            self.make(image, f"{number}/{len(images)}") for number, image in enumerate(images, 1)
        )
        self.stdout.write(f"{made} Bildgrößen für {len(images)} Bilder gerechnet.")
        if prune:
            self.stdout.write(f"{darkroom.prune(images)} überzählige Bildgrößen entfernt.")

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

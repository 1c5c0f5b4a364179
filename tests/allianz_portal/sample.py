"""The sample meeting alone, loaded from the first content's own files."""

import shutil
from pathlib import Path

import yaml

from allianz_portal.content_loading.loading import FOLDER, load_content
from allianz_portal.content_loading.report import Report

NAME = "beispieltreffen"
PAGE = f"/jahrestreffen/{NAME}/"


def load_sample(folder: Path) -> Report:
    """Load nothing but the sample, from copies below `folder`."""
    if not (folder / "sample").exists():
        copy_sample(folder)
    return load_content(folder)


def copy_sample(folder: Path) -> None:
    shutil.copytree(FOLDER / "sample", folder / "sample")
    for kind in ("meetings", "recordings"):
        (folder / kind).mkdir()
        shutil.copy(FOLDER / kind / f"{NAME}.yaml", folder / kind)
    (folder / "images").mkdir()
    shutil.copy(FOLDER / "images" / f"{NAME}.png", folder / "images")
    record = yaml.safe_load((FOLDER / "images.yaml").read_text())[NAME]
    (folder / "images.yaml").write_text(yaml.safe_dump({NAME: record}))


def spoken() -> list[str]:
    """Return the sentences of the sample in their order."""
    shown = yaml.safe_load((FOLDER / "sample/speech.yaml").read_text())
    return [sentence for cards in shown.values() for card in cards for sentence in card["says"]]

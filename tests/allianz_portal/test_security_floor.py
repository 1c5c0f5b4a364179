from importlib.metadata import version
from pathlib import Path

from packaging.version import Version

FLOOR = Path(__file__).resolve().parents[1] / "security_floor.txt"


def test_no_package_is_older_than_its_last_known_hole():
    lines = [line.split() for line in FLOOR.read_text().splitlines() if line[0] != "#"]

    too_old = [name for name, least in lines if Version(version(name)) < Version(least)]

    assert too_old == []

"""Each test starts without files of recordings; no ffprobe reads their made-up films."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from events.media_files import contents


@pytest.fixture(autouse=True)
def recordings_root(settings):
    """The folder of recordings, empty before and after each test."""
    yield Path(settings.RECORDINGS_ROOT)
    shutil.rmtree(settings.RECORDINGS_ROOT, ignore_errors=True)


@pytest.fixture(autouse=True)
def without_ffprobe(monkeypatch):
    """A server without ffprobe, whatever this machine has."""
    monkeypatch.setattr(contents, "shutil", SimpleNamespace(which=lambda name: None))

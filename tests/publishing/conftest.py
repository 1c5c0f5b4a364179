"""The clock of what is planned."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.publishing.planning import T


@pytest.fixture
def clock(monkeypatch):
    """Return a function that sets the time."""
    monkeypatch.setattr(timezone, "now", lambda: datetime.now(UTC))

    def set_to(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_to(T - timedelta(days=1))
    return set_to

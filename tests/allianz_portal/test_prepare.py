"""What `prepare` makes is nobody else's to read."""

import stat
from types import SimpleNamespace

from allianz_portal.management.commands import prepare


def test_the_database_file_belongs_to_its_owner_alone(monkeypatch, tmp_path):
    file = tmp_path / "var" / "portal.sqlite3"
    database = SimpleNamespace(
        vendor="sqlite", settings_dict={"NAME": str(file)}, is_in_memory_db=lambda: False
    )
    monkeypatch.setattr(prepare, "connection", database)

    prepare.make_database_file()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600

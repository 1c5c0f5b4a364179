"""The units of deploy/systemd fit each other, the commands they run and the handbook."""

import re
from pathlib import Path

from django.core.management import get_commands

ROOT = Path(__file__).resolve().parent.parent.parent
UNITS = {path.name: path.read_text() for path in (ROOT / "deploy/systemd").iterdir()}
HANDBOOK = (ROOT / "docs/betrieb.md").read_text()


def test_every_timer_starts_a_service_of_its_name_and_is_switched_on_by_the_handbook():
    timers = {name.removesuffix(".timer") for name in UNITS if name.endswith(".timer")}
    enabled = re.search(r"systemctl enable --now (.+)", HANDBOOK)[1].split()

    assert timers == {"portal-backup", "portal-cleanup", "portal-daily"}
    assert {name for name in timers if f"{name}.service" not in UNITS} == set()
    services = ["portal", "portal-schedule", "portal-streams"]
    assert sorted(enabled) == sorted([*services, *(f"{name}.timer" for name in timers)])


def test_the_nightly_cleanup_deletes_what_the_privacy_page_promises():
    commands = re.findall(r"manage\.py (\w+)", UNITS["portal-cleanup.service"])

    assert commands == [
        "delete_old_messages",
        "delete_old_sign_ins",
        "delete_old_links",
        "delete_waiting_pictures",
        "watch_rights",
        "withdraw_recordings",
        "clearsessions",
    ]
    assert set(commands) <= set(get_commands())


def test_the_daily_round_runs_commands_that_exist():
    commands = re.findall(r"manage\.py (\w+)", UNITS["portal-daily.service"])

    assert commands == ["remind_owners", "check_links"]
    assert set(commands) <= set(get_commands())


def test_the_timetable_is_run_for_ever_by_a_service_that_comes_back():
    unit = UNITS["portal-schedule.service"]

    assert "manage.py run_schedule --forever" in unit
    assert "Restart=always" in unit
    assert "run_schedule" in get_commands()


def test_the_streams_are_watched_for_ever_by_a_service_that_comes_back():
    unit = UNITS["portal-streams.service"]

    assert "manage.py watch_streams --forever" in unit
    assert "Restart=always" in unit
    assert "watch_streams" in get_commands()


def test_what_a_unit_runs_from_the_repository_is_there():
    files = re.findall(r"ExecStart=.*?\b((?:deploy/|manage)[\w./]+)", "\n".join(UNITS.values()))

    assert sorted(set(files)) == ["deploy/backup.sh", "deploy/gunicorn.conf.py", "manage.py"]
    assert [file for file in files if not (ROOT / file).exists()] == []

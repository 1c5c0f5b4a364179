import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from allianz_portal import env


@pytest.mark.parametrize(
    ("word", "expected"), [("1", True), ("on", True), ("0", False), ("No", False), ("", True)]
)
def test_flag_reads_one_and_zero_and_takes_empty_as_unset(monkeypatch, word, expected):
    monkeypatch.setenv("PROBE", word)

    assert env.flag("PROBE", default=True) is expected


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda: env.flag("PROBE", default=True), "vielleicht"),
        (lambda: env.integer("PROBE", default=1), "zehn"),
        (lambda: env.choice("PROBE", ["WARNING", "INFO"]), "laut"),
        (lambda: env.origin("PROBE", default=""), "www.example.org"),
        (lambda: env.origin("PROBE", default=""), "https://example.org/portal"),
        (lambda: env.database("PROBE", sqlite="x"), "mysql://a@b/c"),
        (lambda: env.database("PROBE", sqlite="x"), "postgres://user:geheim@host:port/name"),
        (lambda: env.database("PROBE", sqlite="x"), "postgres://user:geheim@host"),
    ],
)
def test_nonsense_is_refused_by_name(monkeypatch, read, value):
    monkeypatch.setenv("PROBE", value)

    with pytest.raises(ImproperlyConfigured, match=r"^PROBE must") as refusal:
        read()
    assert "geheim" not in str(refusal.value)


def test_origin_loses_its_slash(monkeypatch):
    monkeypatch.setenv("PROBE", "https://www.example.org/")

    assert env.origin("PROBE", default="") == "https://www.example.org"


def test_words_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("PROBE", " a.example, b.example ,")

    assert env.words("PROBE", default=[]) == ["a.example", "b.example"]


def test_secret_is_made_once_and_only_its_owner_reads_it(monkeypatch, tmp_path):
    monkeypatch.delenv("PROBE", raising=False)
    file = tmp_path / "var" / "secret_key"

    first, second = (env.secret("PROBE", file=file) for _ in range(2))

    assert first == second
    assert len(first) == 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_secret_that_a_full_disk_left_empty_is_made_anew(monkeypatch, tmp_path):
    monkeypatch.delenv("PROBE", raising=False)
    file = tmp_path / "secret_key"
    file.touch()

    assert len(env.secret("PROBE", file=file)) == 50
    assert list(tmp_path.iterdir()) == [file]


def test_a_postgresql_address_is_taken_apart(monkeypatch):
    monkeypatch.setenv("PROBE", "postgres://portal:ge%40heim@db.example:5433/portal")

    database = env.database("PROBE", sqlite="unused")

    parts = {name: database[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert parts == {
        "NAME": "portal",
        "USER": "portal",
        "PASSWORD": "ge@heim",
        "HOST": "db.example",
        "PORT": "5433",
    }


def test_without_an_address_the_database_is_a_file(monkeypatch, tmp_path):
    monkeypatch.delenv("PROBE", raising=False)

    database = env.database("PROBE", sqlite=tmp_path / "portal.sqlite3")

    assert database["NAME"] == tmp_path / "portal.sqlite3"

"""The only door to the environment: typed readers that refuse nonsense.

Every reader takes the variable's name and a default. An empty value counts as
not set. A value that cannot be read raises `ImproperlyConfigured` with a
sentence that names the variable and what was expected.
"""

import os
import tempfile
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off"}


def text(name: str, *, default: str = "") -> str:
    """Return the variable as text, stripped."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, *, default: bool) -> bool:
    """Return the variable as a boolean: 1/true/yes/on or 0/false/no/off."""
    value = text(name).lower()
    if not value:
        return default
    if value not in TRUE_WORDS | FALSE_WORDS:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value in TRUE_WORDS


def integer(name: str, *, default: int) -> int:
    """Return the variable as a whole number."""
    value = text(name)
    try:
        return int(value) if value else default
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None


def words(name: str, *, default: list[str]) -> list[str]:
    """Return the variable's comma-separated words."""
    return [word.strip() for word in text(name).split(",") if word.strip()] or default


def choice(name: str, words: list[str]) -> str:
    """Return the variable if it is one of the words; the first of them is the default."""
    value = text(name, default=words[0]).upper()
    if value not in words:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(words)}, not {value!r}.")
    return value


def origin(name: str, *, default: str) -> str:
    """Return the variable as scheme and host, like https://www.example.org, without a slash."""
    value = text(name, default=default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path:
        raise ImproperlyConfigured(f"{name} must look like https://www.example.org, not {value!r}.")
    return value


def path(name: str, *, default: Path) -> Path:
    """Return the variable as an absolute path."""
    value = text(name)
    return Path(value).expanduser().resolve() if value else default


def secret(name: str, *, file: Path) -> str:
    """Return the secret from the variable, else from `file`, which is made with mode 0600."""
    if text(name):
        return text(name)
    if not file.exists() or not file.stat().st_size:  # empty: a full disk
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")  # mode 0600
        with os.fdopen(handle, "w") as stream:
            stream.write(get_random_secret_key())
        Path(part).replace(file)
    return file.read_text().strip()


def database(name: str, *, sqlite: Path) -> dict:
    """Return a Django database entry for a `postgres://user:password@host:port/name` address.

    Without the variable the database is the SQLite file `sqlite`.
    """
    if not text(name):
        return sqlite_database(sqlite)
    try:
        return postgresql_database(urlsplit(text(name)))
    except ValueError:
        # Without the value: it may hold a password.
        expected = "postgres://user:password@host:port/name"
        raise ImproperlyConfigured(f"{name} must look like {expected}.") from None


def postgresql_database(address: SplitResult) -> dict:
    """Return a Django database entry for PostgreSQL; raise `ValueError` if a part is wrong."""
    if address.scheme not in {"postgres", "postgresql"} or not address.path.strip("/"):
        raise ValueError
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": address.path.lstrip("/"),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": address.hostname or "",
        "PORT": str(address.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 5, "options": "-c statement_timeout=15000"},
    }


def sqlite_database(file: Path) -> dict:
    """Return a Django database entry for a SQLite file that several workers may share."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }

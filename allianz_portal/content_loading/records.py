"""Reads the YAML files: `<kind>.yaml` holds many records, each file in `<kind>/` is one."""

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import IntegrityError
from djangocms_versioning.exceptions import ConditionFailed


class FirstContentError(Exception):
    """Something in the files cannot be loaded; says which file, which record and why."""


# What a mistake in a record can end in: said by us, by the models, by the gate, by the database.
MISTAKES = (
    FirstContentError,
    ValidationError,
    FieldDoesNotExist,
    ConditionFailed,
    IntegrityError,
    LookupError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True)
class Record:
    """One thing to load; `kind` and `name` identify it for ever."""

    kind: str
    name: str
    file: Path
    values: dict

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.name}"


class StrictLoader(yaml.SafeLoader):
    """YAML in which a name may stand only once."""

    def construct_mapping(self, node, deep=False):  # noqa: FBT002 - yaml's own signature
        names = [self.construct_object(name) for name, _ in node.value]
        doubled = {str(name) for name in names if names.count(name) > 1}
        if doubled:
            raise yaml.constructor.ConstructorError(
                None, None, f"doppelt: {', '.join(sorted(doubled))}", node.start_mark
            )
        return super().construct_mapping(node, deep=deep)


def read_records(folder: Path, kind: str) -> list[Record]:
    """Return the records of a kind: those of its one file, then its single files by name."""
    shared = folder / f"{kind}.yaml"
    records = []
    if shared.exists():
        entries = read_mapping(shared)
        records = [Record(kind, str(name), shared, entries[name]) for name in entries]
    for file in sorted((folder / kind).glob("*.yaml")):
        records.append(Record(kind, file.stem, file, read_mapping(file)))
    for record in records:
        if not isinstance(record.values, dict):
            raise FirstContentError(f"{record.file.name}, „{record.name}“: hat keine Felder.")
    return records


def read_mapping(file: Path) -> dict:
    """Return the content of a YAML file that must hold names with values."""
    try:
        content = yaml.load(file.read_text(encoding="utf-8"), StrictLoader)  # noqa: S506 - safe
    except yaml.YAMLError as error:
        raise FirstContentError(f"{file.name}: kein gültiges YAML: {error}") from error
    if not isinstance(content, dict):
        raise FirstContentError(f"{file.name}: Namen mit Werten werden erwartet.")
    return content


@contextmanager
def naming(record: Record):
    """Turn whatever is wrong with a record into one error that names file and record."""
    try:
        yield
    except MISTAKES as error:
        raise FirstContentError(
            f"{record.file.name}, „{record.name}“: {reason_of(error)}"
        ) from error


def reason_of(error: Exception) -> str:
    """Return what is wrong in one line, with the names of the fields where they are known."""
    if hasattr(error, "message_dict"):
        return " ".join(f"{name}: {' '.join(texts)}" for name, texts in error.message_dict.items())
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)

"""Two versions side by side, field by field: a change of one field is exactly one row."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from operator import itemgetter

from cms.models import Placeholder
from cms.utils.plugins import downcast_plugins
from django.contrib.contenttypes.models import ContentType
from django.utils.html import strip_tags
from djangocms_versioning import versionables

from publishing.content import row_relations
from publishing.facts import as_text

WORDS = re.compile(r"\s+|\S+\s*")


@dataclass(frozen=True)
class Part:
    """A piece of a text that the other text also has, or has not."""

    text: str
    is_different: bool


@dataclass(frozen=True)
class Difference:
    """What differs: the field by its German label, its old and its new text."""

    label: str
    old: str
    new: str

    @property
    def old_parts(self) -> list[Part]:
        """The old text, word for word: what of it is gone."""
        return word_parts(self.old, self.new)

    @property
    def new_parts(self) -> list[Part]:
        """The new text, word for word: what of it is new."""
        return word_parts(self.new, self.old)


def differences(old, new) -> list[Difference]:
    """Return what differs between two contents of one item, in the order of the form."""
    found = field_differences(old, new)
    for label, texts in parts(old).items():
        found += list_differences(label, texts, parts(new)[label])
    return found


def field_differences(old, new) -> list[Difference]:
    """Return the differences of the contents' own fields."""
    skipped = {"id", versionables.for_content(old).grouper_field_name}
    fields = [field for field in old._meta.concrete_fields if field.editable]
    pairs = [
        (f.verbose_name, as_text(old, f), as_text(new, f)) for f in fields if f.name not in skipped
    ]
    return [
        Difference(str(label), before, after) for label, before, after in pairs if before != after
    ]


def parts(content) -> dict[str, list[str]]:
    """Return what a content has several of, each as a list of texts by its German name."""
    relations = {
        str(field.verbose_name): sorted(
            str(related) for related in getattr(content, field.name).all()
        )
        for field in content._meta.many_to_many
    }
    rows = {
        str(relation.related_model._meta.verbose_name): [
            text_of(row, skipped={relation.field.name})
            for row in getattr(content, relation.get_accessor_name()).order_by("position", "pk")
        ]
        for relation in row_relations(type(content))
    }
    return {**relations, **rows, "Baustein": plugin_texts(content)}


def plugin_texts(content) -> list[str]:
    """Return the building blocks of a content, each with its name and what it says."""
    placeholders = Placeholder.objects.filter(
        content_type=ContentType.objects.get_for_model(content), object_id=content.pk
    )
    return [
        f"{plugin.get_plugin_name()}: {text_of(plugin)}"
        for placeholder in placeholders.order_by("slot", "pk")
        for plugin in downcast_plugins(placeholder.get_plugins())
    ]


def text_of(row, *, skipped=frozenset()) -> str:
    """Return a row's or building block's own values as one line."""
    fields = [field for field in row._meta.local_fields if field.editable and not field.primary_key]
    values = [strip_tags(as_text(row, field)) for field in fields if field.name not in skipped]
    return " · ".join(value for value in values if value)


def word_parts(text: str, other: str) -> list[Part]:
    """Return a text in pieces, each the same in the other text or not."""
    words, others = WORDS.findall(text), WORDS.findall(other)
    matcher = SequenceMatcher(a=words, b=others, autojunk=False)
    marked = [
        (kind != "equal", word)
        for kind, start, end, *_ in matcher.get_opcodes()
        for word in words[start:end]
    ]
    return [
        Part("".join(word for _, word in group), is_different)
        for is_different, group in groupby(marked, key=itemgetter(0))
    ]


def list_differences(label: str, old: list[str], new: list[str]) -> list[Difference]:
    """Return what was added, removed and changed in a list."""
    found = []
    for kind, *span in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if kind != "equal":
            before, after = old[span[0] : span[1]], new[span[2] : span[3]]
            found += [Difference(label, *pair) for pair in zip_longest(before, after, fillvalue="")]
    return found

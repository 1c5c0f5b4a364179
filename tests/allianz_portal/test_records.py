"""Whatever is wrong with the files is one error that names file and record; nothing is left."""

import pytest
from django.core.management import CommandError, call_command

from allianz_portal.content_loading.loading import load_content
from allianz_portal.content_loading.records import FirstContentError, read_records
from news.models import Topic
from publishing.models import LoadedRecord

PARTNER = "swd: {kind: municipal-company, origin: test, title: SWD, slug: swd, lead: Ein Satz."


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "topics.yaml",
            "natur: {name: Natur, slug: natur, colour: green}",
            "topics.yaml, „natur“: Topic has no field named 'colour'",
        ),
        (
            "topics.yaml",
            "natur: {slug: natur}",
            "topics.yaml, „natur“: name: Dieses Feld darf nicht leer sein.",
        ),
        (
            "topics.yaml",
            "natur: {name: , slug: natur}",
            "topics.yaml, „natur“: name: hat keinen Wert.",
        ),
        ("topics.yaml", "natur: Natur", "topics.yaml, „natur“: hat keine Felder."),
        ("topics.yaml", "- natur", "topics.yaml: Namen mit Werten werden erwartet."),
        (
            "people.yaml",
            "erika: {name: Erika, sort_name: Erika, slug: erika, partner: niemand}",
            "people.yaml, „erika“: „partners/niemand“ gibt es nicht.",
        ),
        (
            "partners.yaml",
            f"{PARTNER}, body: [{{UnknownPlugin: {{}}}}]}}",
            "partners.yaml, „swd“: Den Baustein „UnknownPlugin“ gibt es nicht.",
        ),
        (
            "partners.yaml",
            f"{PARTNER}, body: [{{TextPlugin: {{}}, FactBoxPlugin: {{}}}}]}}",
            "partners.yaml, „swd“: Ein Baustein hat genau einen Namen, "
            "nicht ['TextPlugin', 'FactBoxPlugin'].",
        ),
        (
            "images.yaml",
            "natur: {file: natur.png, credit: test}",
            "images.yaml, „natur“: Die Datei images/natur.png fehlt.",
        ),
        (
            "pages/kontakt.yaml",
            "{title: Kontakt, slug: kontakt, template: standard, colour: green}",
            "kontakt.yaml, „kontakt“: Unbekannte Felder: colour.",
        ),
    ],
)
@pytest.mark.django_db
def test_a_mistake_is_named_with_its_file_and_record(tmp_path, file, text, message):
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(FirstContentError) as error:
        load_content(tmp_path)

    assert str(error.value) == message
    assert not LoadedRecord.objects.exists()


@pytest.mark.django_db
def test_a_mistake_in_the_last_file_leaves_nothing_of_the_first(tmp_path):
    (tmp_path / "topics.yaml").write_text("natur: {name: Natur, slug: natur}", encoding="utf-8")
    without_lead = f"{PARTNER}}}".replace("Ein Satz.", "''")
    (tmp_path / "partners.yaml").write_text(without_lead, encoding="utf-8")

    with pytest.raises(CommandError, match=r"^Nichts geladen\. partners\.yaml, „swd“: .*Anriss"):
        call_command("load_content", folder=tmp_path)

    assert not Topic.objects.exists()


@pytest.mark.django_db
def test_an_address_that_is_taken_is_named_too(tmp_path):
    Topic.objects.create(name="Wald", slug="natur")
    (tmp_path / "topics.yaml").write_text("natur: {name: Natur, slug: natur}", encoding="utf-8")

    with pytest.raises(FirstContentError, match=r"^topics\.yaml, „natur“: .+"):
        load_content(tmp_path)


def test_a_name_may_stand_only_once(tmp_path):
    (tmp_path / "topics.yaml").write_text("a: {name: A}\na: {name: B}\n", encoding="utf-8")

    with pytest.raises(FirstContentError, match="doppelt: a"):
        read_records(tmp_path, "topics")


def test_records_of_one_kind_come_from_one_file_and_from_files_of_their_own(tmp_path):
    (tmp_path / "articles.yaml").write_text("a: {title: A}\nb: {title: B}\n", encoding="utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "c.yaml").write_text("title: C", encoding="utf-8")

    records = read_records(tmp_path, "articles")

    assert [(record.key, record.values) for record in records] == [
        ("articles/a", {"title": "A"}),
        ("articles/b", {"title": "B"}),
        ("articles/c", {"title": "C"}),
    ]

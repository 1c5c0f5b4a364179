"""G21: who saves second sees both texts as an editor reads them, field by field."""

from datetime import date

import pytest
from django import forms

from news.models import Topic
from publishing.conflicts import form_differences, shown

pytestmark = pytest.mark.django_db


class Form(forms.Form):
    title = forms.CharField(label="Überschrift")
    day = forms.DateField(label="Datum", required=False)
    kind = forms.ChoiceField(label="Art", choices=[("news", "Nachricht"), ("pr", "Mitteilung")])
    topics = forms.ModelMultipleChoiceField(Topic.objects, label="Themen", required=False)
    main = forms.ModelChoiceField(Topic.objects, label="Thema", required=False)
    is_big = forms.BooleanField(label="Groß", required=False)
    hidden = forms.CharField(widget=forms.HiddenInput, required=False)


def test_every_kind_of_field_is_shown_in_words():
    water = Topic.objects.create(name="Wasser", slug="wasser")
    work = Topic.objects.create(name="Arbeit", slug="arbeit")
    stored = {
        "title": "Alt",
        "day": date(2021, 9, 29),
        "kind": "news",
        "topics": Topic.objects.filter(pk=water.pk),
        "main": water.pk,
        "hidden": "a",
    }
    typed = {
        "title": "Neu",
        "day": "",
        "kind": "pr",
        "topics": [water.pk, work.pk],
        "main": work.pk,
        "is_big": "on",
        "hidden": "b",
    }
    form = Form(typed, initial=stored)
    form.is_valid()

    assert [(one.label, one.old, one.new) for one in form_differences(form)] == [
        ("Überschrift", "Alt", "Neu"),
        ("Datum", "29.09.2021", ""),
        ("Art", "Nachricht", "Mitteilung"),
        ("Themen", "Wasser", "Wasser, Arbeit"),
        ("Thema", "Wasser", "Arbeit"),
        ("Groß", "", "ja"),
    ]


def test_rubbish_in_a_field_is_shown_as_it_was_typed():
    form = Form({"title": "Gut", "day": "31. Februar", "kind": "unfug"}, initial={"title": "Gut"})
    form.is_valid()

    assert [(one.label, one.new) for one in form_differences(form)] == [
        ("Datum", "31. Februar"),
        ("Art", "unfug"),
    ]


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_shown_as_nothing(value):
    assert shown(forms.CharField(), value) == ""

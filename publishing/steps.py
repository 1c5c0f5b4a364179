"""A page that asks before a step: what happens then, what is to be filled in, yes or back."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from publishing.page_actions import home_url

PAGE = "admin/publishing/step.html"
NOT_YET = (
    "Noch ist nichts geschehen: Nach einer neuen Anmeldung ist der Knopf noch einmal zu drücken."
)


@dataclass(frozen=True)
class Question:
    """What such a page says; `consequence` tells what happens after the answer."""

    title: str
    consequence: str
    answer: str  # words on the button


class ReasonForm(forms.Form):
    """Why it is done."""

    reason = forms.CharField(
        label="Begründung",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
        help_text="Ein Satz. Er steht danach im Protokoll.",
    )


def not_yet(request, url: str):
    """Lead back from the address of a step that was only opened, as signing in anew does."""
    messages.warning(request, NOT_YET)
    return redirect(url)


def ask(
    request, version, question: Question, form: forms.Form, *, template=PAGE, **extra
) -> TemplateResponse:
    """Return the page; it comes again with the form's errors if the answer was not good."""
    context = {
        **admin.site.each_context(request),
        "title": question.title,
        "question": question,
        "form": form,
        "back_url": home_url(version),
        **extra,
    }
    return TemplateResponse(request, template, context)

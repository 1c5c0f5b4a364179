"""Former versions in the versions' admin: read, close, open again."""

from django import forms
from django.utils.html import format_html

from publishing.facts import local_text
from publishing.former_versions import close, former_url, reopen
from publishing.models import FormerVersion
from publishing.page_actions import act
from publishing.preview_link_admin import PreviewLinkViews
from publishing.steps import Question, ask

NONE_KEPT = (
    "Diese Version ist keine frühere Fassung: Lesbar bleibt nur, was Leser vor einer Änderung "
    "gesehen haben, von der sie erfahren haben („Neues“ oder „Korrektur“)."
)
CLOSING = (
    "Der Link „Fassung davor“ verschwindet, und ihre Adresse sagt nur noch, dass die Redaktion "
    "sie gesperrt hat. Der heutige Text bleibt, wie er ist. Öffnen lässt sie sich jederzeit wieder."
)
OPENING = "Leser können diese Fassung dann wieder lesen; der Link „Fassung davor“ erscheint wieder."


class ClosingForm(forms.ModelForm):
    """Why a former version is closed, and whether readers are told."""

    class Meta:
        model = FormerVersion
        fields = ("reason", "is_reason_public")
        help_texts = {
            "reason": "Ein Satz. Er steht danach im Protokoll.",
            "is_reason_public": "Nur ankreuzen, wenn die Begründung niemanden persönlich betrifft.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = True


class FormerVersionViews(PreviewLinkViews):
    """Mixin of version admins: what readers may still see of a former version."""

    steps = {**PreviewLinkViews.steps, "former": "former_view"}

    def get_queryset(self, request):
        """Add what a line says of a former version."""
        return super().get_queryset(request).select_related("former")

    def get_actions_list(self):
        """Add the way to a former version."""
        return [*super().get_actions_list(), self.former_link]

    def former_link(self, version, request, *, disabled=False):
        """Return the link to close or open a former version, "" for any other."""
        former = former_of(version)
        if former is None or not version.has_publish_permission(request.user):
            return ""
        word = "sperren" if former.is_readable else "wieder öffnen"
        url = act(version, "former")
        return format_html('<a class="button" href="{}">Frühere Fassung {}</a>', url, word)

    def former_view(self, request, object_id):
        """Ask why a former version is closed, or whether it is opened again."""
        version = self.version_for(request, object_id)
        former = former_of(version)
        if former is None:
            return self.refused(request, version, NONE_KEPT)
        return (
            self.close_or_ask(request, version, former)
            if former.is_readable
            else self.open_or_ask(request, version, former)
        )

    def close_or_ask(self, request, version, former):
        form = ClosingForm(request.POST or None)
        if not form.is_valid():
            question = Question(title(version, "sperren"), CLOSING, "Ja, sperren")
            return self.asked(request, version, question, form)
        return self.taken(
            request,
            version,
            lambda: close(former, request.user, **form.cleaned_data),
            done="Gesperrt. Die Adresse der früheren Fassung sagt es.",
        )

    def open_or_ask(self, request, version, former):
        if request.method != "POST":
            question = Question(title(version, "wieder öffnen"), OPENING, "Ja, wieder öffnen")
            return self.asked(request, version, question, forms.Form())
        return self.taken(
            request,
            version,
            lambda: reopen(former, request.user),
            done="Geöffnet. Die frühere Fassung ist wieder zu lesen.",
        )

    def asked(self, request, version, question, form):
        """Ask, and say which version it is and where it stands."""
        address = former_url(version.content, version.former.number)
        template = "admin/publishing/former_version.html"
        return ask(request, version, question, form, template=template, address=address)


def former_of(version) -> FormerVersion | None:
    """Return what is known of a version as a former one, or None if it is none."""
    return getattr(version, "former", None)


def title(version, step: str) -> str:
    """Return the question: which version, and what is to be done."""
    former = version.former
    days = f"{local_text(former.since)} bis {local_text(former.until)}"
    return f"Fassung {former.number} von „{version.content}“ ({days}) {step}?"

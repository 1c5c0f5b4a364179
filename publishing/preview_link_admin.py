"""Preview links in the versions' admin: made, shown once, revoked."""

from django import forms
from django.contrib import messages
from django.core.validators import MaxValueValidator, MinValueValidator
from django.shortcuts import redirect
from django.urls import reverse
from djangocms_versioning.constants import DRAFT

from publishing.embargo import exactly, until_of
from publishing.metadata import absolute
from publishing.models import PreviewLink
from publishing.page_actions import act
from publishing.preview_links import LONGEST, make_link, revoke
from publishing.schedule_admin import NO_DRAFT, ScheduleViews
from publishing.steps import Question, ask

CONSEQUENCE = (
    "Wer den Link hat, sieht diesen Entwurf in seiner jeweils letzten Fassung, ohne Anmeldung. "
    "Suchmaschinen lassen ihn aus. Sobald der Text veröffentlicht ist, führt der Link zur Seite."
)

ASKED = (
    "Zuerst nennt die Seite die Sperrfrist bis {}; wer sie anerkannt hat, sieht Text und Bilder "
    "und kann die Pressemappe laden."
)


class PreviewLinkForm(forms.ModelForm):
    """For whom and how long."""

    days = forms.IntegerField(
        label="Gilt wie viele Tage?",
        initial=7,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST)],
        help_text=f"Höchstens {LONGEST}. Danach sagt die Seite, dass der Link nicht mehr gilt.",
    )

    class Meta:
        model = PreviewLink
        fields = ("label", "email")


class PreviewLinkViews(ScheduleViews):
    """Mixin of version admins: the links of a draft on one page."""

    steps = {**ScheduleViews.steps, "preview_links": "preview_links_view"}

    def preview_links_view(self, request, object_id):
        """List the links of a draft; make one, revoke one."""
        version = self.version_for(request, object_id)
        if version.state != DRAFT:
            return self.refused(request, version, NO_DRAFT)
        if "revoke" in request.POST:
            return self.revoked(request, version)
        form = PreviewLinkForm(request.POST or None)
        address = ""
        if form.is_valid():
            token = make_link(version, request.user, **form.cleaned_data)
            address = absolute(reverse("publishing:preview", args=[token]))
            form = PreviewLinkForm()
        until = until_of(version.content)
        consequence = f"{CONSEQUENCE} {ASKED.format(exactly(until))}" if until else CONSEQUENCE
        title = f"„{version.content}“ Außenstehenden zeigen"
        question = Question(title, consequence, "Link anlegen")
        links = PreviewLink.objects.filter(version=version).order_by("-created_at", "-pk")
        shown = {"address": address, "links": links, "until": until}
        template = "admin/publishing/preview_links.html"
        return ask(request, version, question, form, template=template, **shown)

    def revoked(self, request, version):
        """Close one link of this version, then show the list again."""
        key = request.POST["revoke"]
        links = PreviewLink.objects.filter(version=version, revoked_at=None)
        link = links.filter(pk=key).first() if key.isdecimal() else None
        if link:
            revoke(link, request.user)
            messages.success(request, f"Gesperrt: Der Link für „{link.label}“ öffnet nichts mehr.")
        return redirect(act(version, "preview_links"))

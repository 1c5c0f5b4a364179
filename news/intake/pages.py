"""The editors' page „Text übernehmen“: bring, check, make drafts."""

from django.contrib import admin, messages
from django.db import IntegrityError, transaction
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from news.choices import ArticleKind
from news.intake import markup
from news.intake.batches import create_all, packed, rows, unpacked
from news.intake.drafting import RELATIONS, create, taken_article
from news.intake.forms import DraftForm, SourceForm, initial_of
from news.intake.models import WaitingPicture
from news.intake.passages import grouped, tidy
from news.intake.picture_forms import PictureForm, chosen, picture_forms
from news.intake.picture_pages import leave_pictures, picture_view, require_right, tell_pictures
from news.intake.proposing import Knowledge, propose
from news.intake.refusals import Unreadable
from news.intake.structure import Release
from news.intake.taking_pictures import take_over
from news.intake.voices import voices
from news.intake.waiting import keep
from news.models import ArticleContent
from publishing.dates import local

TITLE = "Text übernehmen"
ADDRESS = "news_intake_add"
NOTHING = (
    "Kein Entwurf ist angelegt. Angehakt war nichts, oder alles Angehakte ist schon übernommen: "
    "Dann steht es in dieser Liste."
)


def urls(site) -> list:
    """Return the addresses of the page for an admin site."""
    picture = site.admin_view(picture_view)
    return [
        path("uebernehmen/", site.admin_view(intake_page), name=ADDRESS),
        path("uebernehmen/bild/<int:pk>/", picture, name=f"{ADDRESS}_picture"),
    ]


def intake_page(request):
    """Lead through three steps: bring a text, check what was recognised, make the draft."""
    require_right(request)
    steps = {"_read": read, "_check": check, "_create": make, "_take": take}
    step = next((steps[name] for name in steps if name in request.POST), bring)
    return step(request)


def bring(request):
    """Ask for a file or a text."""
    return source_page(request, SourceForm(initial={"kind": ArticleKind.PRESS_RELEASE}))


def read(request):
    """Show what was recognised, or ask again with the text as it was."""
    form = SourceForm(request.POST, request.FILES)
    if not form.is_valid():
        return source_page(request, form)
    found, kind = form.cleaned_data["found"], form.cleaned_data["kind"]
    known = Knowledge()
    source = f"{form.source}, übernommen am {local(timezone.now()):%d.%m.%Y}"
    if found.articles:
        return list_page(request, found.articles, known, kind=kind, source=source)
    release = found.release
    if release.pictures and not request.user.has_perm("media_library.add_image"):
        leave_pictures(release)
    batch = keep(release.pictures, request.user, file_name=form.file_name)
    draft = propose(release, known, kind=kind)
    initial = {**initial_of(draft, release, source), "batch": batch}
    pictures = picture_forms(request.user, batch)
    return draft_page(request, DraftForm(initial=initial, known=known), known, pictures)


def check(request):
    """Recognise again what the changed text names."""
    known, data = Knowledge(), request.POST.copy()
    form = DraftForm(data, known=known)
    if form.is_valid():
        proposed = propose(release_of(form), known)
        for name in RELATIONS:
            data.setlist(name, [str(key) for key in getattr(proposed, name)])
        form = DraftForm(data, known=known)
    pictures = picture_forms(request.user, data.get("batch", ""), data)
    return draft_page(request, form, known, pictures)


def make(request):
    """Make the draft and go on to its form."""
    known = Knowledge()
    form = DraftForm(request.POST, known=known)
    pictures = picture_forms(request.user, request.POST.get("batch", ""), request.POST)
    if not all([form.is_valid(), *(one.is_valid() for one in pictures)]):
        return draft_page(request, form, known, pictures)
    draft = form.draft()
    people = known.people.within(release_of(form).whole_text())
    try:
        source = form.cleaned_data["source"] or "eingefügter Text"
        with transaction.atomic():
            article = create(draft, people, user=request.user, source=source)
            take_over(article.latest_content, chosen(pictures), request.user)
        messages.success(request, "Der Entwurf ist angelegt. Veröffentlicht ist nichts.")
        tell_pictures(request, pictures, form.cleaned_data["batch"])
    except IntegrityError:
        article = taken_article(draft.key)
        messages.warning(request, "Diesen Text gibt es schon als Artikel. Hier ist er.")
    WaitingPicture.objects.filter(pk__in=[one.picture.pk for one in pictures]).delete()
    return redirect("admin:news_article_change", article.pk)


def take(request):
    """Make drafts of the chosen articles of an export."""
    known = Knowledge()
    kind = request.POST.get("kind", "")
    kind = kind if kind in ArticleKind.values else ArticleKind.NEWS
    source = tidy(request.POST.get("source", ""))[:300]
    try:
        articles = unpacked(request.POST.get("articles", ""))
        found = rows(articles, known, kind=kind)
    except Unreadable as error:
        messages.error(request, str(error))
        return redirect(f"admin:{ADDRESS}")
    wanted = set(request.POST.getlist("chosen"))
    chosen = [row for row in found if row.article.key in wanted and not row.is_taken]
    count = create_all(chosen, known, user=request.user, source=source)
    tell(request, count, left=len(found) - count)
    return redirect("admin:news_article_changelist")


def tell(request, count: int, *, left: int) -> None:
    """Say what became of an export."""
    if not count:
        messages.warning(request, NOTHING)
        return
    made = "Ein Entwurf ist angelegt." if count == 1 else f"{count} Entwürfe sind angelegt."
    messages.success(request, f"{made} Veröffentlicht ist nichts. Nicht übernommen: {left}.")


def release_of(form: DraftForm) -> Release:
    """Return the form's texts as a release, to look for names in it."""
    values = form.cleaned_data
    return Release(
        title=values["title"],
        subtitle=values["subtitle"],
        lead=values["lead"],
        body=values["body"],
        background=[values["boilerplate"]],
        captions=values["captions"],
    )


# --- What is shown ---


def source_page(request, form):
    return page(request, "admin/news/intake.html", form=form)


def draft_page(request, form: DraftForm, known: Knowledge, pictures: list[PictureForm]):
    """Show the form beside what the article will look like and what is unsure."""
    values = form.data if form.is_bound else form.initial
    text = {name: str(values.get(name) or "") for name in ("title", "body", "lead", "remarks")}
    body = markup.read(text["body"])
    people = known.people.within(form_text(values))
    title = tidy(text["title"])
    twin = ArticleContent.admin_manager.current_content().filter(title=title).first()
    return page(
        request,
        "admin/news/intake_draft.html",
        form=form,
        pictures=pictures,
        has_errors=bool(form.errors or any(one.errors for one in pictures)),
        groups=list(grouped(body)),
        voices=voices(body, people),
        remarks=[remark for remark in text["remarks"].split("\n") if remark],
        twin=twin and reverse("admin:news_article_change", args=[twin.article_id]),
        lead=text["lead"],
    )


def form_text(values) -> str:
    """Return all texts of the form as they stand in it, valid or not."""
    names = ("title", "subtitle", "lead", "body", "boilerplate", "captions")
    return "\n".join(str(values.get(name) or "") for name in names)


def list_page(request, articles, known: Knowledge, *, kind: str, source: str):
    """Show the articles of an export with what becomes of them."""
    try:
        return page(
            request,
            "admin/news/intake_list.html",
            rows=rows(articles, known, kind=kind),
            articles=packed(articles),
            kind=kind,
            source=source,
        )
    except Unreadable as error:
        form = SourceForm(initial={"kind": kind})
        messages.error(request, str(error))
        return source_page(request, form)


def page(request, template: str, **context):
    """Return a page of the editors' surface."""
    context = {**admin.site.each_context(request), "title": TITLE, **context}
    return TemplateResponse(request, template, context)

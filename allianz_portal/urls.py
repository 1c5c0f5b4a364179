"""Every address of the portal; plain URLs first, CMS pages last (design.md, rule C)."""

from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.views.decorators.http import require_safe

from allianz_portal import policy_reports
from allianz_portal.llms import llms
from allianz_portal.showcase.views import error_page, showcase
from allianz_portal.sitemaps import SITEMAPS
from ui import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("csp-report/", policy_reports.take, name="policy_report"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("llms.txt", llms, name="llms"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("sitemap.xml", require_safe(sitemap), {"sitemaps": SITEMAPS}, name="sitemap"),
    path("bausteine/", showcase, name="showcase"),
    path("bausteine/<int:status>/", error_page, name="showcase_error"),
    path("", include("media_library.urls")),
    # An address of a file that survives its replacement.
    path("", include("publishing.urls")),
    path("", include("news.urls")),
    path("", include("events.urls")),
    path("", include("partners.urls")),
    path("", include("ui.urls")),
    path("", include("cms.urls")),
]

handler400 = "ui.views.bad_request"
handler403 = "ui.views.forbidden"
handler404 = "ui.views.not_found"
handler500 = "ui.views.server_error"

"""Every address of the portal; plain URLs first, CMS pages last (design.md, rule C)."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("publishing.urls")),
    path("", include("news.urls")),
    path("", include("events.urls")),
    path("", include("partners.urls")),
    path("", include("cms.urls")),
]

handler400 = "ui.views.bad_request"
handler403 = "ui.views.forbidden"
handler404 = "ui.views.not_found"
handler500 = "ui.views.server_error"

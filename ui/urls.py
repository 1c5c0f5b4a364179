from django.urls import path

from ui import contact_views, share_views

app_name = "ui"
urlpatterns = [
    path("kontakt/senden/", contact_views.send, name="contact_send"),
    path("kontakt/gesendet/", contact_views.sent, name="contact_sent"),
    path("teilen/", share_views.share, name="share"),
]

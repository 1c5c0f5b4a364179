from django.urls import path

from ui import contact_views

app_name = "ui"
urlpatterns = [
    path("kontakt/senden/", contact_views.send, name="contact_send"),
    path("kontakt/gesendet/", contact_views.sent, name="contact_sent"),
]

from django.urls import path

from partners import views

app_name = "partners"
urlpatterns = [
    path("partner/<slug:slug>/", views.partner_detail, name="partner"),
    path("initiativen/<slug:slug>/", views.initiative_detail, name="initiative"),
    path("personen/<slug:slug>/", views.person_detail, name="person"),
]

"""What stands on the editors' index: tasks and areas in the order of need."""

# Label, admin view, permission, preset values.
TASKS = (
    ("Neue Nachricht schreiben", "news_article", "news.add_article", "?kind=news"),
    ("Neue Pressemitteilung schreiben", "news_article", "news.add_article", "?kind=press-release"),
    ("Text übernehmen (Word, Export)", "news_intake", "news.add_article", ""),
    ("Neues Jahrestreffen anlegen", "events_meeting", "events.add_meeting", ""),
    ("Neue Initiative anlegen", "partners_initiative", "partners.add_initiative", ""),
    ("Neuen Partner aufnehmen", "partners_partner", "partners.add_partner", ""),
    ("Neue Person anlegen", "partners_person", "partners.add_person", ""),
    ("Neue Seite anlegen", "cms_pagecontent", "cms.add_page", "?language=de"),
)
# Model, label, what is there.
AREAS = (
    ("news.Article", "Nachrichten und Presse", "schreiben, veröffentlichen, zurückziehen"),
    ("events.Meeting", "Jahrestreffen", "Termin, Livestream, Programm, Text"),
    ("partners.Initiative", "Initiativen", "was das Bündnis tut"),
    ("partners.Partner", "Partner", "wer dabei ist, mit Logo und Text"),
    ("partners.Person", "Personen und Gruppen", "Sprecherteam, Arbeitskreis, Mitwirkende"),
    ("filer.Folder", "Bilder und Dateien", "hochladen, Nachweis und Rechte eintragen"),
    ("cms.PageContent", "Seiten", "Startseite, Bereiche, Impressum, Kontakt"),
    ("djangocms_alias.Alias", "Gemeinsame Blöcke (Alias)", "einmal schreiben, mehrfach zeigen"),
    ("ui.ContactMessage", "Nachrichten aus dem Kontaktformular", "lesen und löschen"),
    ("ui.SiteSettings", "Betreiberangaben", "Anbieter, Pressekontakt, Datenschutz"),
    ("events.Recording", "Aufzeichnungen", "Dateien, Kapitel, Schnitt, Korrekturen"),
    ("events.ProgrammeItem", "Programmpunkte", "wer wann was beiträgt"),
    ("events.Venue", "Veranstaltungsorte", "Anschrift und Barrierefreiheit"),
    ("partners.AnnualTheme", "Jahresthemen", "das Thema jedes Jahres"),
    ("news.PressContact", "Pressekontakte", "wen Redaktionen anrufen, mit Nachfolge"),
    ("news.Boilerplate", "Hintergrundtexte", "wer das Bündnis ist, in einem Absatz"),
    ("news.Topic", "Themen", "Schlagwörter der Nachrichten"),
    ("partners.District", "Stadtteile", "wo Initiativen stattfinden"),
    ("publishing.HouseWord", "Hausliste", "Wörter, die Texte meiden"),
    ("publishing.AuditEntry", "Protokoll", "wer wann was veröffentlicht und geändert hat"),
    ("auth.User", "Benutzerkonten", "anlegen, sperren, Gruppe zuweisen"),
)
# Reached from each item's own „Versionen“; alone these lists say nothing.
HIDDEN_APPS = {"djangocms_versioning"}

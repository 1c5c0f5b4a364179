"""A password must not be made of the words that everybody would try here first."""

from django.core.exceptions import ValidationError

LOCAL_WORDS = ("dormagen", "allianz", "chempark", "currenta", "passwort", "password", "swd")


class LocalWordsValidator:
    """Refuse a password that is little more than local words (ASVS 5.0, 6.2.11)."""

    help_text = (
        "Das Passwort darf nicht im Wesentlichen aus „Dormagen“, „Allianz“ oder „SWD“ bestehen."
    )

    def validate(self, password, user=None):
        rest = password.lower()
        for word in LOCAL_WORDS:
            rest = rest.replace(word, "")
        if rest != password.lower() and len(rest) < 10:
            raise ValidationError(self.help_text, code="password_local_words")

    def get_help_text(self):
        return self.help_text

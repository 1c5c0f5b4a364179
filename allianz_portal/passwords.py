"""A password must not be made of what everybody would try here first: words and rows of keys."""

from itertools import pairwise

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


ROWS = (
    *("abcdefghijklmnopqrstuvwxyz", "01234567890"),
    *("qwertzuiopü", "asdfghjklöä", "yxcvbnm", "qwertyuiop", "zxcvbnm"),
)
NEIGHBOURS = {frozenset(pair) for row in ROWS for pair in pairwise(row)}
FEWEST_SURPRISES = 8  # letters that do not follow from the one before


class RowsValidator:
    """Refuse „123456789012345“ and „aaaaaaaaaaaaaaa“, which are long enough for the other rules."""

    help_text = "Das Passwort darf keine Reihe wie „123456“, „qwertz“ oder „aaaaaa“ sein."

    def validate(self, password, user=None):
        pairs = [frozenset(pair) for pair in pairwise(password.lower())]
        surprises = sum(len(pair) == 2 and pair not in NEIGHBOURS for pair in pairs)
        if surprises < FEWEST_SURPRISES:
            raise ValidationError(self.help_text, code="password_rows")

    def get_help_text(self):
        return self.help_text

"""Any text as LaTeX that every BibTeX can read: ASCII, with balanced braces."""

import unicodedata

# Braces come as words: BibTeX counts even those behind a backslash.
WORDS = {
    "\\": "textbackslash",
    "{": "textbraceleft",
    "}": "textbraceright",
    "~": "textasciitilde",
    "^": "textasciicircum",
    '"': "textquotedbl",
    "<": "textless",
    ">": "textgreater",
    "|": "textbar",
    "ß": "ss",
    "ẞ": "SS",
    "æ": "ae",
    "Æ": "AE",
    "ø": "o",
    "Ø": "O",
    "œ": "oe",
    "Œ": "OE",
    "ł": "l",
    "Ł": "L",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    "„": "quotedblbase",
    "“": "textquotedblleft",
    "”": "textquotedblright",
    "‚": "quotesinglbase",
    "‘": "textquoteleft",
    "’": "textquoteright",
    "»": "guillemotright",
    "«": "guillemotleft",
    "–": "textendash",
    "—": "textemdash",
    "…": "textellipsis",
    "§": "S",
    "©": "copyright",
    "°": "textdegree",
    "€": "texteuro",
    "·": "textperiodcentered",
    "•": "textbullet",
}
SIGNS = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "\N{NO-BREAK SPACE}": "~"}
ACCENTS = {
    "\N{COMBINING GRAVE ACCENT}": "`",
    "\N{COMBINING ACUTE ACCENT}": "'",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "^",
    "\N{COMBINING TILDE}": "~",
    "\N{COMBINING MACRON}": "=",
    "\N{COMBINING DOT ABOVE}": ".",
    "\N{COMBINING DIAERESIS}": '"',
    "\N{COMBINING RING ABOVE}": "r ",
    "\N{COMBINING DOUBLE ACUTE ACCENT}": "H ",
    "\N{COMBINING CARON}": "v ",
    "\N{COMBINING BREVE}": "u ",
    "\N{COMBINING CEDILLA}": "c ",
    "\N{COMBINING OGONEK}": "k ",
}


def latex(text: str) -> str:
    """Return a text with every sign that means something to LaTeX, or is not ASCII, spelled out.

    Signs without a spelling (Greek, Cyrillic, emoji) stay; today's programs read them.
    """
    return "".join(spelled(sign) for sign in unicodedata.normalize("NFC", text))


def spelled(sign: str) -> str:
    """Return one sign as LaTeX."""
    if sign in WORDS:
        return f"{{\\{WORDS[sign]}}}"
    letter, *marks = unicodedata.normalize("NFD", sign)
    if len(marks) == 1 and letter.isascii() and marks[0] in ACCENTS:
        return f"{{\\{ACCENTS[marks[0]]}{dotless(letter, marks[0])}}}"
    return SIGNS.get(sign, sign)


def dotless(letter: str, mark: str) -> str:
    """Return an i without its dot where the accent takes the dot's place."""
    takes_place = letter in {"i", "j"} and ACCENTS[mark] not in {"c ", "k ", "r "}
    return f"\\{letter}" if takes_place else letter

"""Text as LaTeX: each sign that would end a field, start a command or be lost is spelled out."""

import pytest

from publishing.latex import latex


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Größe", r'Gr{\"o}{\ss}e'),
        ("50 % & mehr_als #1 für 3 $", r"50 \% \& mehr\_als \#1 f{\"u}r 3 \$"),
        ("{a} \\ ~ ^", r"{\textbraceleft}a{\textbraceright} {\textbackslash} "
         r"{\textasciitilde} {\textasciicircum}"),
        ("„Ja“ – sagte er", r"{\quotedblbase}Ja{\textquotedblleft} {\textendash} sagte er"),
        ("Café, Škoda, Ağ, Ålesund", r"Caf{\'e}, {\v S}koda, A{\u g}, {\r A}lesund"),
        ("naïve Łódź Y\u0131ld\u0131z", r'na{\"\i}ve {\L}{\'o}d{\'z} Y{\i}ld{\i}z'),
        ("a\u0308", r'{\"a}'),
        ("3\N{NO-BREAK SPACE}km", "3~km"),
        ("Київ 🌱", "Київ 🌱"),
    ],
)  # fmt: skip
def test_a_text_is_spelled_for_every_bibtex(text, spelled):
    assert latex(text) == spelled


def test_braces_always_balance():
    text = latex("}}{ä{\\{")

    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0

"""XML of strangers: no entities, no other files, no depth that breaks programs."""

from lxml import etree

from news.intake.refusals import Unreadable

BROKEN = (
    "Die Datei ist kein gültiges XML (Zeile {line}). Laden Sie den Export noch einmal herunter."
)
WITH_DTD = (
    "Die Datei bringt eigene XML-Definitionen mit (DOCTYPE). Das nimmt das Portal aus "
    "Sicherheitsgründen nicht an; Exporte von Feeds, WordPress und Word haben keine."
)


class BrokenXML(Unreadable):
    """What is no XML at all."""


def root_of(content: bytes) -> etree._Element:
    """Return the root element, or raise `Unreadable`.

    Nothing is fetched or expanded; libxml2 itself stops at 256 levels and texts of 10 MB.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenXML(BROKEN.format(line=error.lineno or 1)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(WITH_DTD)
    return root

"""What a photo says about itself."""

from datetime import date

from lxml import etree

from media_library.photo_notes import PhotoNote

NOTE = PhotoNote(creator="Jörg <Größe>", copyright="© Stadt", alt='Brücke & "Fluss"')


def test_nothing_known_writes_nothing():
    note = PhotoNote()

    assert (note.xmp(), note.iptc(), note.exif()) == (b"", b"", b"")


def test_xmp_is_xml_whatever_an_editor_writes():
    note = PhotoNote(creator="A\x00B\ud800", caption="<b>&\x0b\ufffe", alt="]]>")

    tree = etree.fromstring(note.xmp())

    texts = [item.text for item in tree.iter("{*}li")]
    assert texts == ["A B", "<b>&", "]]>"]


def test_iptc_is_cut_between_two_letters():
    records = PhotoNote(creator="Ä" * 40, taken_on=date(2021, 9, 28)).iptc()

    by_line = b"\x1c\x02\x50\x00\x20" + "Ä".encode() * 16
    assert by_line in records
    assert b"\x1c\x02\x37\x00\x0820210928" in records


def test_the_same_note_gives_the_same_bytes():
    again = PhotoNote(creator="Jörg <Größe>", copyright="© Stadt", alt='Brücke & "Fluss"')

    assert (NOTE.xmp(), NOTE.iptc(), NOTE.exif()) == (again.xmp(), again.iptc(), again.exif())

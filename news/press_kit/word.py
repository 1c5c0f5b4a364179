"""A Word document (.docx) of plain paragraphs: five small XML files in a ZIP archive."""

from datetime import datetime
from xml.sax.saxutils import escape

from news.press_kit.zipping import KitFile, zipped
from publishing.text_blocks import Block

OPEN_XML = "http://schemas.openxmlformats.org"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
PACKAGE = f"{OPEN_XML}/package/2006"
RELATION = f"{OPEN_XML}/officeDocument/2006/relationships"
WORD = f"{OPEN_XML}/wordprocessingml/2006/main"
KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{KINDS}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{KINDS}.styles+xml"/></Types>'
)
ROOT = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATION}/officeDocument" Target="word/document.xml"/></Relationships>'
)
PARTS = (
    f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATION}/styles" Target="styles.xml"/></Relationships>'
)
DOCUMENT = f'<w:document xmlns:w="{WORD}"><w:body>{{}}</w:body></w:document>'
STYLE = (
    '<w:style w:type="paragraph" w:styleId="{0}"{4}><w:name w:val="{1}"/>{5}'
    '<w:pPr><w:spacing w:after="160"/>{2}</w:pPr><w:rPr>{3}</w:rPr></w:style>'
)
BASED = '<w:basedOn w:val="Normal"/>'
GERMAN = '<w:sz w:val="22"/><w:lang w:val="de-DE"/>'
STYLES = "".join(
    STYLE.format(*style)
    for style in (
        ("Normal", "Normal", "", GERMAN, ' w:default="1"', ""),
        (
            "Heading1",
            "heading 1",
            '<w:outlineLvl w:val="0"/>',
            '<w:b/><w:sz w:val="36"/>',
            "",
            BASED,
        ),
        (
            "Heading2",
            "heading 2",
            '<w:outlineLvl w:val="1"/>',
            '<w:b/><w:sz w:val="26"/>',
            "",
            BASED,
        ),
        (
            "Heading3",
            "heading 3",
            '<w:outlineLvl w:val="2"/>',
            '<w:b/><w:sz w:val="22"/>',
            "",
            BASED,
        ),
        ("Quote", "Quote", '<w:ind w:left="567"/>', "<w:i/>", "", BASED),
        ("ListItem", "List Item", '<w:ind w:left="284" w:hanging="284"/>', "", "", BASED),
    )
)


def document(blocks: list[Block], moment: datetime) -> bytes:
    """Return paragraphs as a Word document; the same ones give the same bytes."""
    body = "".join(paragraph(block) for block in blocks)
    parts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT,
        "word/_rels/document.xml.rels": PARTS,
        "word/document.xml": f"{HEAD}{DOCUMENT.format(body)}",
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{WORD}">{STYLES}</w:styles>',
    }
    files = [KitFile(name, lambda text=text: [text.encode()]) for name, text in parts.items()]
    return b"".join(zipped(files, moment))


def paragraph(block: Block) -> str:
    """Return one paragraph in its style."""
    text = escape(block.line)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_of(block)}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def style_of(block: Block) -> str:
    """Return the name of a paragraph's style."""
    if block.level:
        return f"Heading{block.level}"
    if block.is_quote:
        return "Quote"
    return "ListItem" if block.is_item else "Normal"

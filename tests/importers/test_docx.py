"""Word files: what their styles mean."""

from __future__ import annotations

import io
import zipfile

import pytest

from nashra.errors import ContentError
from nashra.importers.copy import Attachment, Copy, Markdown, Paragraph, Writer
from nashra.importers.docx import Docx
from tests.importers.reading import copy_in

TITLE = "أمسية شعرية في حديقة المدينة"
FIRST = (
    "اجتمع عشرات من أهل المدينة في الحديقة العامة مساء الجمعة ليسمعوا شعراء شبابا يقرؤون أول مرة "
    "أمام جمهور، وجلس الحاضرون على العشب تحت المصابيح حتى انتصف الليل، ولم ينصرف أحد قبل أن تنتهي "
    "القراءة ويصفق الجميع للصغار."
)
SECOND = "وقالت صاحبة الفكرة إن الأمسية ستعود كل شهر."
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="p" descr="مصباح"/><a:graphic xmlns:a="http://'
    'schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://'
    'schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId9"/>'
    "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def paragraph(text: str, *, style: str = "", bold: bool = False, more: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{weight}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p>{properties}{run}{more}</w:p>"


def docx(*paragraphs: str, document: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    document = (
        document or f"<w:document {_W} {_R}><w:body>{''.join(paragraphs)}</w:body></w:document>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="media/lamp.png"/></Relationships>'
    )
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="png" ContentType="image/png"/></Types>'
    )
    styles = (
        f'<w:styles {_W}><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 1"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/>'
        "</w:style></w:styles>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", relations)
        archive.writestr("word/styles.xml", styles)
        for name, data in (extra or {"word/media/lamp.png": b"png"}).items():
            archive.writestr(name, data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("paragraphs", "parts", "why"),
    [
        (
            [paragraph(TITLE), paragraph(FIRST), paragraph(SECOND)],
            (Paragraph(FIRST), Paragraph(SECOND)),
            "a document of plain paragraphs is read as plain copy",
        ),
        (
            [paragraph(TITLE, style="Heading1"), paragraph(FIRST), paragraph(SECOND)],
            (Markdown(FIRST), Markdown(SECOND)),
            "a heading is the headline",
        ),
        (
            [paragraph(TITLE, bold=True), paragraph(FIRST), paragraph(SECOND, bold=True)],
            (Markdown(FIRST), Markdown(f"**{SECOND}**")),
            "a bold first line is the headline, without its weight",
        ),
        (
            [
                *(paragraph(TITLE, style="Heading1"), paragraph(FIRST)),
                *(paragraph("من الحاضرين", style="Heading2"), paragraph(SECOND)),
            ],
            (Markdown(FIRST), Markdown("## من الحاضرين"), Markdown(SECOND)),
            "a heading below it is a sub-head",
        ),
    ],
)
def test_a_document_is_a_story(
    paragraphs: list[str], parts: tuple[Paragraph | Markdown, ...], why: str
) -> None:
    assert copy_in(Docx(), docx(*paragraphs), file="x.docx") == Copy(TITLE, "", parts), why


def test_the_byline_and_the_dateline_are_taken_out() -> None:
    data = docx(
        paragraph(TITLE, style="Heading1"),
        paragraph("كتبت: سلمى النجار"),
        paragraph(f"القاهرة - {FIRST}"),
        paragraph(SECOND),
    )

    copy = copy_in(Docx(), data, file="x.docx")

    assert (copy.writers, copy.place) == ((Writer("سلمى النجار"),), "القاهرة")
    assert copy.parts == (Markdown(FIRST), Markdown(SECOND))


def test_a_picture_inside_a_document_comes_with_it() -> None:
    data = docx(
        paragraph(TITLE, style="Heading1"),
        paragraph(FIRST),
        paragraph("", more=_DRAWING),
        paragraph(SECOND),
    )

    copy = copy_in(Docx(), data, file="lamp.docx")

    assert copy.attachments == (Attachment(path="lamp/picture-1.png", origin=b"png"),)
    assert Markdown("![مصباح](lamp/picture-1.png)") in copy.parts


BOMB = b"\0" * (201 * 1024 * 1024)


@pytest.mark.parametrize(
    ("data", "told", "why"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "old Word", "the format of before 2007, or a password"),
        (b"PK\x03\x04cut", "damaged", "a file that was cut off"),
        (docx(paragraph("")), "no text", "an empty document"),
        (docx(document="<w:document"), "damaged", "XML that is none"),
        (docx(document='<!DOCTYPE w [<!ENTITY a "b">]><w/>'), "no Word document", "entities"),
        (docx(paragraph(TITLE), extra={"word/media/x.png": BOMB}), "no Word document", "a bomb"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_document_of_today_is_refused(data: bytes, told: str, why: str) -> None:
    with pytest.raises(ContentError) as refused:
        copy_in(Docx(), data, file="x.docx")

    assert told in refused.value.problems[0].what.en, why


CELLS = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("الاسم", "العدد"))
TABLE = f"<w:tbl><w:tr>{CELLS}</w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        ([paragraph(TITLE, style="Heading1"), TABLE], "no paragraph follows the headline"),
        (
            [paragraph(TITLE, style="Heading1"), TABLE, paragraph(FIRST)],
            "it stands between the headline and the text",
        ),
    ],
)
def test_what_is_no_line_over_the_body_is_never_dropped(blocks: list[str], why: str) -> None:
    copy = copy_in(Docx(), docx(*blocks), file="x.docx")

    assert Markdown("| الاسم | العدد |\n| --- | --- |") in copy.parts, why


def test_a_headline_with_a_break_of_blanks_keeps_its_second_half() -> None:
    title = f"{TITLE}.\u00a0\u00a0\u00a0ليلة ثانية"
    data = docx(paragraph(title, style="Heading1"), paragraph(FIRST))

    assert copy_in(Docx(), data, file="x.docx").title == f"{TITLE}. ليلة ثانية"

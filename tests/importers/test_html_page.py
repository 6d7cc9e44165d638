"""Pages of other sites: the story, without what stands around it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from nashra.errors import ContentError
from nashra.importers.copy import Attachment, Copy, Markdown, Picture, Writer
from nashra.importers.html_page import HTMLPage
from tests.importers.reading import copy_in

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "formats"
TITLE = "متحف صغير في محطة القطار"
FIRST = (
    "افتتحت محطة القطار القديمة متحفا صغيرا في قاعة الانتظار، يعرض ساعات المحطة وتذاكرها منذ مئة "
    "عام، وتشرف عليه لجنة من أهل الحي جمعت المعروضات من البيوت."
)
SECOND = (
    "ويفتح المتحف أبوابه كل صباح ما عدا الثلاثاء، ويدخله تلاميذ المدارس بلا مقابل، ويقدم لهم عامل "
    "المحطة المتقاعد حكايات عن القطارات التي مرت من هنا."
)
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
PARTS = (Markdown(FIRST), Markdown(SECOND))
MENU = "<nav><ul><li><a href='/'>الرئيسية</a></li><li><a href='/s'>رياضة</a></li></ul></nav>"
FOOT = "<footer><p>جميع الحقوق محفوظة لصحيفة الحي</p></footer>"


def page(body: str, head: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="ar-EG"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (page(f"<h1>{TITLE}</h1>{BODY}"), "a page with nothing around the story"),
        (page(f"{MENU}<article><h1>{TITLE}</h1>{BODY}</article>{FOOT}"), "menus and a footer"),
        (
            page(f"{MENU}<h1>{TITLE}</h1><div itemprop='articleBody'>{BODY}</div><p>إعلان</p>"),
            "the page marks its text itself",
        ),
        (page(BODY, f"<title>{TITLE}</title>"), "the title stands in the head alone"),
        (
            page(
                BODY,
                f"<title>{TITLE} | صحيفة الحي</title>"
                "<meta property=og:site_name content='صحيفة الحي'>",
            ),
            "the site's name is no part of a title",
        ),
        (page(BODY, f"<meta property='og:title' content='{TITLE}'><title>x</title>"), "Open Graph"),
    ],
)
def test_the_story_of_a_page(data: bytes, why: str) -> None:
    copy = copy_in(HTMLPage(), data, file="x.html")

    assert (copy.title, copy.parts, copy.summary) == (TITLE, PARTS, ""), why
    assert copy.language == "ar"


LINKED = f"""<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
{{"@type": "WebSite"}}, {{"@type": ["NewsArticle"], "headline": "{TITLE}",
"description": "حكايات القطارات لمن فاته القطار.", "datePublished": "2026-11-21T11:30:00+02:00",
"dateModified": "2026-11-21T12:00:00+02:00", "author": [{{"name": "نورا حسن"}}],
"articleSection": "ثقافة", "keywords": ["متاحف", "قطارات"],
"image": {{"url": "https://old.example/m.jpg"}}}}]}}</script>"""
METAS = f"""<meta property="og:title" content="{TITLE}"><meta name="author" content="نورا حسن">
<meta name="description" content="حكايات القطارات لمن فاته القطار.">
<meta property="article:published_time" content="2026-11-21T09:30:00Z">
<meta property="article:modified_time" content="2026-11-21T10:00:00Z">
<meta property="article:section" content="ثقافة"><meta property="article:tag" content="متاحف">
<meta property="article:tag" content="قطارات">
<meta property="og:image" content="https://old.example/m.jpg">"""
WHERE = '<link rel="canonical" href="https://old.example/%D9%85%D8%AA%D8%AD%D9%81/7">'


@pytest.mark.parametrize("head", [LINKED, METAS], ids=["JSON-LD", "meta"])
def test_what_a_page_says_of_its_story(head: str) -> None:
    copy = copy_in(HTMLPage(), page(f"<h1>{TITLE}</h1>{BODY}", head + WHERE), file="x.html")

    assert copy == Copy(
        TITLE,
        "حكايات القطارات لمن فاته القطار.",
        PARTS,
        writers=(Writer("نورا حسن"),),
        date=datetime(2026, 11, 21, 9, 30, tzinfo=UTC),
        updated=datetime(2026, 11, 21, 10, tzinfo=UTC),
        section="ثقافة",
        tags=("متاحف", "قطارات"),
        image=Picture(src="https://old.example/m.jpg"),
        aliases=("/متحف/7",),
        language="ar",
        lost=("pictures that stay on the old site: 1",),
    )


def test_a_summary_that_is_the_beginning_of_the_text_is_none() -> None:
    head = f'<meta name="description" content="{FIRST[:80]}…">'

    assert copy_in(HTMLPage(), page(f"<h1>{TITLE}</h1>{BODY}", head), file="x.html").summary == ""


def test_a_person_may_say_where_the_text_stands() -> None:
    data = page(f"<h1>{TITLE}</h1><div class='a'>{BODY}</div><div class='b'><p>{SECOND}</p></div>")

    copy = copy_in(HTMLPage().at_selector("div.b > p"), data, file="x.html")

    assert copy.parts == (Markdown(SECOND),)
    with pytest.raises(ValueError, match="<<"):
        HTMLPage().at_selector("<<")


def test_pictures_that_were_saved_with_a_page_come_with_it(tmp_path: Path) -> None:
    (tmp_path / "museum_files").mkdir()
    picture = tmp_path / "museum_files" / "clock.jpg"
    picture.write_bytes(b"jpg")
    path = tmp_path / "museum.html"
    path.write_bytes(
        page(
            f"<h1>{TITLE}</h1>{BODY}<p><img src='museum_files/clock.jpg' alt='ساعة'></p>"
            "<p><img src='../secret.jpg'>ثم</p>"
        )
    )

    (copy,) = HTMLPage().read(path, file="museum.html")

    assert copy.attachments == (Attachment(path="museum/clock.jpg", origin=picture.resolve()),)
    assert Markdown("![ساعة](museum/clock.jpg)") in copy.parts
    assert copy.lost == ("pictures that stay on the old site: 1",), (
        "nothing above the page's folder"
    )


@pytest.mark.parametrize("data", [b"<html></html>", page(""), page("<script>1</script>")])
def test_a_page_without_a_text_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError) as refused:
        copy_in(HTMLPage(), data, file="x.html")

    assert "--selector" in refused.value.problems[0].remedy.en


def test_a_page_that_lies_about_its_encoding_is_read() -> None:
    data = page(f"<h1>{TITLE}</h1>{BODY}").decode().encode("windows-1256")

    assert copy_in(HTMLPage(), data, file="x.html").parts == PARTS


@pytest.mark.parametrize("name", ["newspaper4k/tests/data/html/arabic_article.html"])
def test_of_a_real_page_no_word_is_lost(name: str) -> None:
    path = SAMPLES / "html_articles" / name
    if not path.is_file():
        pytest.skip("the page is its owner's, and does not lie beside this checkout")
    expected = path.parents[1] / "txt" / "arabic_article.txt"
    (copy,) = HTMLPage().read(path, file=path.name)
    shown = " ".join(part.text for part in copy.parts if isinstance(part, Markdown))
    wanted = expected.read_text("utf-8").split()

    assert sum(word in shown for word in wanted) >= 0.95 * len(wanted)

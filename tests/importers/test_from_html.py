"""HTML to this site's Markdown: a reader sees the same words in the same order."""

from __future__ import annotations

import html as markup
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from nashra.content.markdown import Renderer
from nashra.importers.from_html import Body, parts_of
from nashra.importers.markdown_writer import blocks
from nashra.language.typography import NO_RULES

RENDERER = Renderer(base_path="/", typography=NO_RULES)


def markdown(source: str) -> str:
    return "\n\n".join(blocks(parts_of(source).parts))


def page(source: str) -> str:
    """Give the HTML that the site makes of it."""
    return RENDERER.render(markdown(source)).html


def words(text: str) -> list[str]:
    """Give the words that a reader sees of HTML."""
    if not text.strip():
        return []
    seen: str = html.tostring(html.document_fromstring(text), method="text", encoding="unicode")
    return seen.split()


@pytest.mark.parametrize(
    ("source", "expected", "why"),
    [
        ("<p>أولى</p><p>ثانية</p>", "أولى\n\nثانية", "a paragraph each"),
        ("أولى<br><br>ثانية", "أولى\n\nثانية", "two breaks are a new paragraph"),
        ("<p>سطر<br>سطر</p>", "سطر  \nسطر", "one break is a line of its own"),
        ("<div>أولى<p>ثانية</p>ثالثة</div>", "أولى\n\nثانية\n\nثالثة", "text beside blocks"),
        ("<p>و<b>كلمة</b>ها</p>", "و**كلمة**ها", "bold glued to letters"),
        ("<p><b> كلمة </b>بعدها</p>", "**كلمة** بعدها", "blanks go outside"),
        ("<p><b>أ</b><strong>ب</strong></p>", "**أب**", "neighbours under one mark are one"),
        ("<p><b>أ</b><i>ب</i></p>", "**أ**ب", "two marks that touch would be read as others"),
        ("<p><a href='/x/'>هنا</a></p>", "[هنا](/x/)", "a link"),
        ("<p><a href='/a(b)'>هنا</a></p>", "[هنا](</a(b)>)", "brackets in an address"),
        ("<p><a name=x>هنا</a></p>", "هنا", "an anchor leads nowhere"),
        ("<p><a href='javascript:alert(1)'>هنا</a></p>", "هنا", "nor does a script"),
        ("<h1>أ</h1><h2>ب</h2>", "## أ\n\n### ب", "the headline is the page's own"),
        ("<h3>أ</h3>", "### أ", "a level that was low stays"),
        ("<ul><li>أ<li>ب</ul>", "- أ\n- ب", "a list"),
        ("<ol start=٣><li>أ</ol>", "1. أ", "a start that is no number"),
        ("<ol start=3><li>أ<li>ب</ol>", "3. أ\n4. ب", "a list that goes on"),
        ("<ul><li>أ<ul><li>ب</ul></ul>", "- أ\n\n    - ب", "a list in a list"),
        ("<blockquote><p>أ<p>ب</blockquote>", "> أ\n>\n> ب", "a quotation"),
        ("<p># ليس عنوانا</p>", "\\# ليس عنوانا", "what Markdown would misread"),
        ("<p>1. ليس قائمة</p>", "1\\. ليس قائمة", "a number that begins a sentence"),
        ("<p>م<sup>2</sup></p>", "م<sup>2</sup>", "a raised figure means something"),
        ("<pre>a *b*\n  c</pre>", "```\na *b*\n  c\n```", "code"),
        ("<p>أ</p><hr><p>ب</p>", "أ\n\n* * *\n\nب", "a rule"),
        ("<script>x</script><style>y</style><p>أ</p><!-- z -->", "أ", "no words of a story"),
        (
            "<table><tr><th>أ<th>ب<tr><td>1|2<td>3</table>",
            "| أ | ب |\n| --- | --- |\n| 1\\|2 | 3 |",
            "a table",
        ),
        (
            "<figure><img src=a.jpg alt=وصف><figcaption>شرح</figcaption></figure>",
            "/// photo\n![وصف](a.jpg)\nشرح\n///",
            "a picture and its caption",
        ),
        ("<p><img src=a.jpg></p>", "![](a.jpg)", "a picture alone"),
        (
            "<iframe src='https://www.youtube.com/embed/x' title='فيلم'></iframe>",
            "/// embed | فيلم\nhttps://www.youtube.com/embed/x\n///",
            "a film of another host",
        ),
        ("<p>&nbsp;</p><p></p><div><span> </span></div>", "", "nothing to read"),
    ],
)
def test_what_markdown_it_becomes(source: str, expected: str, why: str) -> None:
    assert markdown(source).replace("\u00a0", "").strip() == expected, why


@pytest.mark.parametrize(
    ("source", "lost"),
    [
        ("<form><input></form><p>أ</p>", ("<form>",)),
        ("<table><tr><td colspan=2>أ<tr><td>ب<td>ج</table>", ("the columns of a table",)),
        ("<iframe src='about:blank'></iframe>", ("<iframe>",)),
    ],
)
def test_what_cannot_be_carried_is_said(source: str, lost: tuple[str, ...]) -> None:
    assert parts_of(source).lost == lost


def test_addresses_go_through_the_importer() -> None:
    body = parts_of(
        "<p><a href='/old/'>أ</a> <img src='/w/a.jpg'></p>",
        link=lambda address: f"https://old.example{address}",
        picture_at=lambda address: address.rpartition("/")[2],
    )

    assert "".join(blocks(body.parts)) == "[أ](https://old.example/old/) ![](a.jpg)"


TEXT = st.text("ابتثجح هوي ١٢3 #*_`[]()<>&\\!|:.-–+=~/\"'1. \n", max_size=14).map(markup.escape)
INLINE = st.recursive(
    TEXT,
    lambda inner: st.builds(
        "<{0}>{1}</{0}>{2}".format,
        st.sampled_from(["b", "i", "em", "strong", "span", "u", "code", "a href=/x", "sup", "bdi"]),
        inner,
        TEXT,
    ).map(lambda text: re.sub(r"</a href=/x>", "</a>", text)),
    max_leaves=5,
)
BLOCK = st.recursive(
    st.builds("<p>{}</p>".format, INLINE) | INLINE | st.builds("<h3>{}</h3>".format, INLINE),
    lambda inner: (
        st.builds(
            "<{0}>{1}</{0}>".format,
            st.sampled_from(["div", "blockquote", "section", "article"]),
            inner,
        )
        | st.builds("<ul><li>{}<li>{}</ul>".format, inner, inner)
        | st.builds("<ol><li>{}</ol>".format, inner)
        | st.builds("<table><tr><td>{}<td>{}<tr><td>{}<td>x</table>".format, INLINE, INLINE, INLINE)
        | st.builds("{}{}".format, inner, inner)
    ),
    max_leaves=8,
)


@settings(max_examples=300, deadline=None)
@given(BLOCK)
def test_a_reader_sees_every_word_in_its_place(source: str) -> None:
    assert "".join(words(page(source))) == "".join(words(source))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200) | st.text("<>/abpul i=\"'&;x1", max_size=200))
def test_whatever_comes_nothing_is_raised(source: str) -> None:
    assert isinstance(parts_of(source), Body)


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5000 + "كلمة",
        "<b>" * 5000 + "كلمة",
        "<ul><li>" * 3000 + "كلمة",
        "<blockquote>" * 3000 + "كلمة",
        "<p>كلمة</p>" * 50_000,
    ],
    ids=["boxes", "bold", "lists", "quotations", "a megabyte"],
)
def test_depth_and_length_are_borne(source: str) -> None:
    assert "كلمة" in markdown(source)

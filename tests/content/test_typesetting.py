"""The words of a body are set in type, and its markup stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.content.markdown import Renderer
from nashra.language.typography import NO_RULES, Rules


def html(text: str, *, language: str = "ar", rules: Rules | None = None) -> str:
    return Renderer(base_path="/", language=language, typography=rules or Rules()).render(text).html


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ('قال "نعم", ومضى.', "<p>قال «نعم»، ومضى.</p>", "a plain paragraph"),
        (
            '"**قال** الوزير"',
            "<p>«<strong>قال</strong> الوزير»</p>",
            "a quotation over a bold word",
        ),
        ('انظر "`a, "b"`" هنا', '<p>انظر «<code>a, "b"</code>» هنا</p>', "code stays"),
        ('    س = "ص", ع', '<pre><code>س = "ص", ع\n</code></pre>', "a block of code"),
        ('[نعم, "لا"](/a,b/)', '<p><a href="/a,b/">نعم، «لا»</a></p>', "an address stays"),
        ('<div>قال "نعم", ومضى</div>', '<div>قال "نعم", ومضى</div>', "raw HTML stays"),
        (
            'قال <b>"نعم"</b>, ومضى',
            "<p>قال <b>«نعم»</b>، ومضى</p>",
            "the words between raw tags do not",
        ),
        ('## قال "نعم"', '<h2 id="قال-نعم">قال «نعم»</h2>', "a heading"),
        (
            '- "نعم"\n- **لا**, بل',
            "<ul>\n<li>«نعم»</li>\n<li><strong>لا</strong>، بل</li>\n</ul>",
            "items",
        ),
        (
            '> قال "نعم"\n\nثم "لا',
            "<blockquote>\n<p>قال «نعم»</p>\n</blockquote>\n<p>ثم «لا</p>",
            "each alone",
        ),
        ("وزنه 12 كغ **أو** أكثر", "<p>وزنه 12\u00a0كغ <strong>أو</strong> أكثر</p>", "a unit"),
        (
            "محمـــد &copy; **نهر** , بحر",
            "<p>محمد &copy; <strong>نهر</strong>، بحر</p>",
            "an entity",
        ),
        (
            "Z&lt;",
            "<p><bdi>Z&lt;</bdi></p>",
            "an entity at the end of a name is of one piece",
        ),
        (
            '![صورة "نهر"](a.jpg "C++")',
            (
                '<p><img alt="صورة «نهر»" loading="lazy" src="/media/a.jpg" '
                'title="\u2066C++\u2069"></p>'
            ),
            "what is read aloud",
        ),
    ],
)
def test_typography(text: str, expected: str, why: str) -> None:
    assert html(text) == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("لغة C++ سهلة", "<p>لغة <bdi>C++</bdi> سهلة</p>", "a plain paragraph"),
        ("لغة **C++** سهلة", "<p>لغة <strong><bdi>C++</bdi></strong> سهلة</p>", "a bold name"),
        ("[C++](/c/) سهلة", '<p><a href="/c/"><bdi>C++</bdi></a> سهلة</p>', "a link's words"),
        (
            "سهم **Apple** (AAPL) صعد",
            "<p>سهم <bdi><strong>Apple</strong> (AAPL)</bdi> صعد</p>",
            "a name that is partly bold is one name",
        ),
        (
            "سهم Apple *Inc* صعد",
            "<p>سهم <bdi>Apple <em>Inc</em></bdi> صعد</p>",
            "that ends in another element",
        ),
        ("في A&B هنا", "<p>في <bdi>A&amp;B</bdi> هنا</p>", "an ampersand"),
        ("هاتف **06-555-1234**", None, "a number says its direction"),
        ("رمز `C++` هنا", "<p>رمز <code>C++</code> هنا</p>", "code is left alone"),
        (
            "لغة <bdi>C++</bdi> هنا",
            "<p>لغة <bdi><bdi>C++</bdi></bdi> هنا</p>",
            "raw tags are passed over",
        ),
        ("لغة C++\u200e هنا", "<p>لغة C++\u200e هنا</p>", "a writer's own order"),
        ("| أ | ب |\n|---|---|\n| C++ | نهر |", None, "a cell"),
    ],
)
def test_isolation(text: str, expected: str | None, why: str) -> None:
    done = html(text)
    if expected is None:
        assert "<bdi" in done, why
    else:
        assert done == expected, why


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("Hello there, world.", '<p dir="ltr">Hello there, world.</p>', "a paragraph of English"),
        ("Hello **there**.", '<p dir="ltr">Hello <strong>there</strong>.</p>', "with bold words"),
        ("## Hello there", '<h2 dir="ltr" id="h-hello-there">Hello there</h2>', "a heading"),
        (
            "> Hello there.",
            '<blockquote>\n<p dir="ltr">Hello there.</p>\n</blockquote>',
            "a quotation",
        ),
        ("Hello!", "<p><bdi>Hello!</bdi></p>", "one word stays where it is"),
        (
            "- Hello **there**.",
            "<ul>\n<li><bdi>Hello <strong>there</strong>.</bdi></li>\n</ul>",
            "an item",
        ),
        ("Hello there\n{: dir=rtl }", '<p dir="rtl">Hello there</p>', "what a writer says stands"),
        ("Apple تعلن", "<p><bdi>Apple</bdi> تعلن</p>", "a paragraph that only begins so"),
    ],
)
def test_blocks_of_the_other_direction(text: str, expected: str, why: str) -> None:
    assert html(text) == expected, why


def test_a_story_in_another_language_is_set_in_its_own_manner() -> None:
    renderer = Renderer(base_path="/")

    assert renderer.render('He said "no".', language="en").html == "<p>He said “no”.</p>"
    assert renderer.render("שלום לכולם", language="en").html == '<p dir="rtl">שלום לכולם</p>'
    assert renderer.render('قال "لا".').html == "<p>قال «لا».</p>", "and the next one in the site's"


def test_typography_can_be_left_out_and_names_still_stand_apart() -> None:
    assert html('قال "C++", نعم', rules=NO_RULES) == '<p>قال "<bdi>C++</bdi>", نعم</p>'


@given(
    st.lists(
        st.sampled_from(
            [
                "Z",
                "نص",
                "&lt;",
                "&amp;",
                "&copy;",
                "<b>",
                "</b>",
                "C++",
                "**",
                "`x`",
                " ",
                "\\*",
                '"',
            ]
        ),
        max_size=8,
    )
)
def test_nothing_of_the_converter_s_own_is_left_in_a_page(pieces: list[str]) -> None:
    found = html("".join(pieces))

    assert "\x02" not in found
    assert "\x03" not in found

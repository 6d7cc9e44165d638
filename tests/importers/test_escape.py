"""Plain text that Markdown would misread, and what is written so that it does not."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.importers.copy import ListLines, Paragraph, Part, RelatedLines
from nashra.importers.escape import escape
from tests.importers.reading import plain, seen, texts_of, written

CASES = [
    ('خبر عادي، فيه «اقتباس» و"آخر".', None, "most text needs nothing"),
    ('وقال: "لم نكمل بعد', None, "a quote that nobody closed"),
    ("#وسم_بلا_نهاية في الوسط", r"\#وسم_بلا_نهاية في الوسط", "a heading; but a word's _ is text"),
    ("نشر تحت #وسم_ما اليوم", None, "# inside a line is text"),
    ("## عنوان", r"\## عنوان", "one mark undoes a heading of any level"),
    ("> اقتباس", r"\> اقتباس", "a block quote"),
    ("5 > 3", None, "> inside a line is text"),
    ("أصغر من <b>خمسة</b>", "أصغر من &lt;b>خمسة&lt;/b>", "HTML; < takes no backslash"),
    ("<بريد@موقع>", "&lt;بريد@موقع>", "an automatic mail link, in any script"),
    ("<!-- سر -->", "&lt;!-- سر -->", "a comment would hide text"),
    ("1. أولا", r"1\. أولا", "an ordered list"),
    ("٥. خامسا", r"٥\. خامسا", "Python-Markdown takes every script's digits"),
    ("۱۲. دوازده", r"۱۲\. دوازده", "Persian ones too"),
    ("2026. ", "2026.", "a number with its stop alone"),
    ("2026. كان عاما", None, "a year begins no list"),
    ("1) أولا", r"1\) أولا", "a list with a bracket"),
    ("١- أولا", r"١\- أولا", "with a hyphen"),
    ("1 - رقيب", r"1 \- رقيب", "with a blank and a hyphen"),
    ("١– أولا", "١&#8211; أولا", "with a dash, which takes no backslash"),
    ("١ـ أولا", "١&#1600; أولا", "with a tatweel, which takes none either"),
    ("\u200f١. أولا", "\u200f١\\. أولا", "after a mark of direction"),
    ("٣ - ١ النتيجة", None, "a score"),
    ("30-40 قاربا", None, "a span"),
    ("3.5 درجات", None, "a decimal"),
    ("- بند", r"\- بند", "an unordered list"),
    ("+ بند", r"\+ بند", "an unordered list with a plus"),
    ("-5 درجات", None, "a negative number"),
    ("+966 هاتف", None, "a telephone number"),
    ("---", r"\---", "a rule"),
    ("- - -", r"\- - -", "a rule with blanks"),
    ("--", r"\--", "with the dash of a list it is a rule"),
    ("===", None, "a line of = wants a line before it"),
    ("***", r"\*\*\*", "a rule of stars"),
    ("___", r"\_\_\_", "a rule of underscores"),
    ("**مهم** و*مائل*", r"\*\*مهم\*\* و\*مائل\*", "emphasis"),
    ("_مائل_ و__غامق__", r"\_مائل\_ و\_\_غامق\_\_", "emphasis with underscores"),
    ("كلمةً_أخرى", r"كلمةً\_أخرى", "tashkeel ends a word for Python-Markdown"),
    ("[نص](رابط)", r"\[نص](رابط)", "a link: its first bracket is enough"),
    ("![نص](صورة)", r"!\[نص](صورة)", "a picture"),
    ("[نص]: http://example.org", r"\[نص]: http://example.org", "a definition would vanish"),
    ("[^1]: حاشية", r"\[^1]: حاشية", "a footnote would move"),
    ("انظر[^1] هنا", r"انظر\[^1] هنا", "a reference to a footnote"),
    ("*[م]: متر", r"\*\[م]: متر", "an abbreviation would vanish"),
    ("`رمز`", r"\`رمز\`", "code"),
    ("``اقتباس''", r"\`\`اقتباس''", "TeX's quotes"),
    ("~~~", "&#126;~~", "a fence; ~ takes no backslash"),
    ("~~ تقريبا ~~", None, "two of them are text"),
    (": تعريف", "&#58; تعريف", "a definition; : takes no backslash"),
    (":تعريف", None, "it wants a blank"),
    ("/// related", "&#47;// related", "a block; / takes no backslash"),
    ("///", "&#47;//", "a block's end"),
    ("/// نقاط | عنوان", "&#47;// نقاط | عنوان", "a block by its Arabic name"),
    ("\u200f/// نقاط", "\u200f&#47;// نقاط", "after a mark of direction"),
    ("// انتهى //", None, "two strokes are text"),
    ("أ | ب | ج", None, "a table wants a second line"),
    ("|---|---|", r"\|---|---|", "which this is, in a list whose first item has bars"),
    (":|:", "&#58;|:", "or this"),
    (":-)", None, "a smile is none"),
    ("نص {: .x}", None, "an attribute list wants a line of its own"),
    ("{: #x .y}", None, "and something before it"),
    ("&amp; و&#34; و&#x22;", "&amp;amp; و&amp;#34; و&amp;#x22;", "entities are shown as written"),
    ("&#12 بلا فاصلة", "&amp;#12 بلا فاصلة", "Python-Markdown would add the semicolon"),
    ("R&D و AT&T", None, "a bare & is text"),
    (r"C:\أخبار", r"C:\\أخبار", "a backslash"),
    (r"\*", r"\\\*", "a backslash before a star"),
    (r"\`", r"\\\`", "a backslash before a backtick"),
    ("http://example.org/a_b*c", r"http://example.org/a_b\*c", "a bare address"),
]


@pytest.mark.parametrize(("text", "markdown", "why"), CASES, ids=[case[0] for case in CASES])
def test_marks_are_written_only_where_text_needs_them(
    text: str, markdown: str | None, why: str
) -> None:
    assert escape(text.strip()) == (text if markdown is None else markdown), why


@pytest.mark.parametrize(("text", "markdown", "why"), CASES, ids=[case[0] for case in CASES])
def test_a_reader_sees_the_text_wherever_it_stands(
    text: str, markdown: str | None, why: str
) -> None:
    text = text.strip()
    parts: list[Part] = [
        Paragraph("قبل"),
        Paragraph(text),
        Paragraph(text),
        ListLines((text, "بند", text)),
        Paragraph("بين"),
        RelatedLines((text, "عنوان")),
        Paragraph(text),
    ]

    assert seen(written(*parts)) == parts, (why, markdown)


def test_every_two_of_them_together_stay_text() -> None:
    texts = [case[0].strip() for case in CASES]
    for first in texts:
        parts = [text for second in texts for text in (first, second)]
        assert texts_of(seen(written(*map(Paragraph, parts)))) == parts


SPECIAL = "*_#>-+.:~/`<&[](){}|\\!^=\"'@;%$ \u00a0"
WORDS = st.sampled_from(
    [
        *(
            "خبر",
            "كلمةً",
            "#وسم_وسم",
            "٥.",
            "1.",
            "1)",
            "١- ",
            "2 – ",
            "٣ـ ",
            "2026. ",
            "12.",
            "۳.",
            "&amp;",
            "&#12",
            "&copy",
            "[^1]",
        ),
        *(
            "[^1]:",
            "///",
            "/// related",
            "---",
            "===",
            "~~~",
            "```",
            "{: .x}",
            "<b>",
            "</b>",
            "<!--",
        ),
        *(
            "<div>",
            "<a@b>",
            "<http://a.b>",
            "](",
            "![",
            "**",
            "__",
            "*[x]:",
            "[x]:",
            "- ",
            "+ ",
            ": ",
        ),
        *(
            "> ",
            "|--|",
            "a",
            "Ab",
            "\u200f",
            "\u200c",
            "«",
            "»",
            '"',
            "…",
            "😀",
            "ﷺ",
            "ſ",
            "\u212a",
            "  ",
        ),
    ]
)
LETTERS = st.text(st.sampled_from("ابجدهوز٠٥۹aZ19" + SPECIAL), min_size=1, max_size=25)
PARAGRAPHS = (
    st.one_of(LETTERS, st.lists(WORDS, min_size=1, max_size=8).map("".join))
    .map(str.strip)
    .filter(bool)
)
ITEMS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map(tuple)
BODIES = st.lists(
    st.one_of(
        PARAGRAPHS.map(Paragraph),
        PARAGRAPHS.map(Paragraph),
        st.builds(RelatedLines, ITEMS),
        st.builds(ListLines, ITEMS),
    ),
    max_size=6,
)


def as_shown(part: Part) -> Part:
    match part:
        case Paragraph(text):
            return Paragraph(plain(text))
        case RelatedLines(headlines):
            return RelatedLines(tuple(map(plain, headlines)))
        case ListLines(items):
            return ListLines(tuple(map(plain, items)))
        case _:
            raise AssertionError(part)


@settings(max_examples=600, deadline=None)
@given(BODIES)
@example([Paragraph("كلمة"), Paragraph(": تعريف")])
@example([Paragraph("~~~"), Paragraph("نص"), Paragraph("~~~")])
def test_any_story_is_read_as_it_was_sent(parts: list[Part]) -> None:
    apart: list[Part] = []
    for part in parts:
        if apart and isinstance(part, ListLines) and isinstance(apart[-1], ListLines):
            apart.append(Paragraph("بين قائمتين"))
        apart.append(part)

    assert seen(written(*apart)) == [as_shown(part) for part in apart]

"""Tables, footnotes, definitions, short forms and attributes, in Arabic."""

from __future__ import annotations

import pytest

from nashra.content.markdown import Renderer


def html(text: str) -> str:
    return Renderer(base_path="/").render(text).html


TABLE = "| المرسى | القوارب | الحصة |\n|:--|:-:|--:|\n| القمر | ٤٧ | ٦٢٪ |"


@pytest.mark.parametrize(
    ("text", "parts", "why"),
    [
        (
            TABLE,
            ['<th class="align-start">المرسى', '<td class="align-start">القمر'],
            "a colon first",
        ),
        (TABLE, ['<th class="align-center">القوارب'], "two colons"),
        (TABLE, ['<td class="align-end">٦٢٪'], "a colon last"),
        (TABLE, ['<div class="table" tabindex="0">\n<table>'], "it scrolls, by the keyboard too"),
        ("| أ |\n|---|\n| ب |", ["<th>أ</th>", "<td>ب</td>"], "unless asked no class"),
        ("أ | ب\n--- | ---\n١ | ٢", ["<td>١</td>", "<td>٢</td>"], "without outer bars"),
        ("| أ | ب |\n|---|---|\n| ١ | ٢ | زائد |", ["<td>زائد</td>"], "a cell too many is kept"),
        ("| أ | ب |\n|---|---|\n| ١ |", ["<td>١</td>\n<td></td>"], "a cell too few is empty"),
        ("| أ | ب |\n|---|---|\n| س \\| ص | ٢ |", ["<td>س | ص</td>"], "a bar after a backslash"),
        ("| أ |\n|---|\n| **غليظ** [ر](/ب/) |", ["<strong>غليظ</strong> <a"], "Markdown in a cell"),
    ],
)
def test_a_table(text: str, parts: list[str], why: str) -> None:
    shown = html(text)

    assert all(part in shown for part in parts), why
    assert "style=" not in shown, "a strict policy of the host refuses styles in elements"


@pytest.mark.parametrize(
    ("text", "parts", "why"),
    [
        ("رسا[^1].\n\n[^1]: فجرا", ['href="#fn:1"', "فجرا", "عودة إلى موضع الحاشية 1"], "a note"),
        ("رسا[^م].\n\n[^م]: فجرا", ['id="fn:م"', 'href="#fn:%D9%85"'], "an Arabic name"),
        ("رسا[^١].\n\n[^١]: فجرا", ['id="fn:١"', "فجرا"], "Arabic digits"),
        ("رسا[^1].\n\n[^1]: **فجرا**\n\n    ثم رحل", ["<strong>فجرا</strong>", "رحل"], "long"),
        ("رسا.\n\n[^1]: بلا موضع", ["بلا موضع"], "a note that nothing points to is kept"),
        ("رسا[^1].", ["رسا[^1]."], "a mark without a note is text"),
    ],
)
def test_a_footnote(text: str, parts: list[str], why: str) -> None:
    assert all(part in html(text) for part in parts), why


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        (
            "الشراع\n:   قماش الريح",
            "<dl>\n<dt>الشراع</dt>\n<dd>قماش الريح</dd>\n</dl>",
            "a word and what it means",
        ),
        (
            "المد\nالجزر\n:   حركة البحر",
            "<dl>\n<dt>المد</dt>\n<dt>الجزر</dt>\n<dd>حركة البحر</dd>\n</dl>",
            "two words",
        ),
        (
            "قال م.ق أمس\n\n*[م.ق]: ميناء القمر",
            '<p>قال <abbr title="ميناء القمر">م.ق</abbr> أمس</p>',
            "a short form",
        ),
        ("نص مهم\n{: .lead #أول }", '<p class="lead" id="أول">نص مهم</p>', "attributes"),
        ("نص {: كما كتب}", "<p>نص {: كما كتب}</p>", "words in braces are text"),
        ("نص\n{: كما كتب }", "<p>نص\n{: كما كتب }</p>", "on a line of their own too"),
        ("**نص**{واضح}", "<p><strong>نص</strong>{واضح}</p>", "glued to an element too"),
        ("[ملاحظة]: انتهى.", "<p>[ملاحظة]: انتهى.</p>", "a word in brackets and a colon: text"),
        ("[المصدر]: وكالات", "<p>[المصدر]: وكالات</p>", "one word after it"),
        ("[هنا]\n\n[هنا]: /بحر/", None, "an address is an address"),
        ("[هنا]\n\n[هنا]: https://example.org", None, "of another site"),
        ("[هنا]\n\n[هنا]: tel:+96800000", None, "a telephone"),
        ("[هنا]\n\n[هنا]: #قسم", None, "a place in the page"),
        ("[هنا]\n\n[هنا]: desk@example.org", None, "post"),
    ],
)
def test_a_definition(text: str, shown: str | None, why: str) -> None:
    if shown is None:
        assert html(text).startswith("<p><a href="), why
        assert "]:" not in html(text), why
    else:
        assert html(text) == shown, why

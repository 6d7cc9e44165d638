"""Numbered lists as newsrooms write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.content.markdown import Renderer

ARAB = '<ol class="digits-arab"'
PERSIAN = '<ol class="digits-arabext"'


def html(text: str) -> str:
    return Renderer(base_path="/").render(text).html


def squeezed(text: str) -> str:
    """Give HTML without the line breaks between its elements."""
    return re.sub(r"\n(?=<)|(?<=>)\n", "", html(text))


@pytest.mark.parametrize(
    ("text", "shown", "why"),
    [
        ("1. المرفأ\n2. السوق", "<ol><li>المرفأ</li><li>السوق</li></ol>", "as Markdown has it"),
        ("١. المرفأ\n٢. السوق", f"{ARAB}><li>المرفأ</li><li>السوق</li></ol>", "Arabic digits"),
        ("۱. بندر\n۲. بازار", f"{PERSIAN}><li>بندر</li><li>بازار</li></ol>", "Persian digits"),
        ("١) المرفأ\n٢) السوق", f"{ARAB}><li>المرفأ</li><li>السوق</li></ol>", "a bracket"),
        ("١- المرفأ\n٢- السوق", f"{ARAB}><li>المرفأ</li><li>السوق</li></ol>", "a hyphen"),
        ("١– المرفأ\n٢– السوق", f"{ARAB}><li>المرفأ</li><li>السوق</li></ol>", "a dash"),
        ("١ـ المرفأ\n٢ـ السوق", f"{ARAB}><li>المرفأ</li><li>السوق</li></ol>", "a tatweel"),
        ("1 - رقيب أول\n2 - جندي", "<ol><li>رقيب أول</li><li>جندي</li></ol>", "names in a list"),
        ("1) أول\n2) ثان", "<ol><li>أول</li><li>ثان</li></ol>", "a bracket, Latin digits"),
        ("٥. خامسا\n٦. سادسا", f'{ARAB} start="5"><li>خامسا</li><li>سادسا</li></ol>', "it goes on"),
        ("۱۲) دوازده", f'{PERSIAN} start="12"><li>دوازده</li></ol>', "two digits"),
        ("٠. تمهيد", f'{ARAB} start="0"><li>تمهيد</li></ol>', "from nought"),
        ("\u200f١. المرفأ", f"{ARAB}><li>المرفأ</li></ol>", "an unseen mark of direction"),
        ("   ١. المرفأ", f"{ARAB}><li>المرفأ</li></ol>", "three blanks before it"),
        ("١.  المرفأ", f"{ARAB}><li>المرفأ</li></ol>", "two blanks after it"),
        (
            "١. المرفأ\nوما حوله\n٢. السوق",
            f"{ARAB}><li>المرفأ\nوما حوله</li><li>السوق</li></ol>",
            "a line that goes on",
        ),
        (
            "١. المرفأ\n\n٢. السوق",
            f"{ARAB}><li><p>المرفأ</p></li><li><p>السوق</p></li></ol>",
            "a blank line between items makes paragraphs",
        ),
        (
            "١. المرفأ\n\n    وما حوله\n\n٢. السوق",
            f"{ARAB}><li><p>المرفأ</p><p>وما حوله</p></li><li><p>السوق</p></li></ol>",
            "an item of two paragraphs",
        ),
        (
            "١. المرفأ\n    ١- رصيف\n    ٢- ساحة\n٢. السوق",
            f"{ARAB}><li>المرفأ{ARAB}><li>رصيف</li><li>ساحة</li></ol></li><li>السوق</li></ol>",
            "a list in a list",
        ),
        (
            "- المرفأ\n    ١. رصيف\n- السوق",
            f"<ul><li>المرفأ{ARAB}><li>رصيف</li></ol></li><li>السوق</li></ul>",
            "in a list of bullets",
        ),
        (
            "١. المرفأ\n    - رصيف\n٢. السوق",
            f"{ARAB}><li>المرفأ<ul><li>رصيف</li></ul></li><li>السوق</li></ol>",
            "bullets in it",
        ),
        (
            "- المرفأ\n\n١. السوق",
            f"<ul><li>المرفأ</li></ul>{ARAB}><li>السوق</li></ol>",
            "bullets and numbers are two lists",
        ),
        (
            "١. المرفأ\n\n- السوق",
            f"{ARAB}><li>المرفأ</li></ol><ul><li>السوق</li></ul>",
            "and the other way about",
        ),
        (
            "١. المرفأ\n۲. بازار",
            f'{ARAB}><li>المرفأ</li></ol>{PERSIAN} start="2"><li>بازار</li></ol>',
            "other digits are another list",
        ),
        (
            "١. المرفأ\n٢- السوق",
            f"{ARAB}><li>المرفأ</li><li>السوق</li></ol>",
            "another mark is a slip of the hand",
        ),
        (
            "١. المرفأ\n٤. السوق",
            f'{ARAB}><li>المرفأ</li><li value="4">السوق</li></ol>',
            "a number that leaps is kept: it may be an article of a law",
        ),
        ("1. أ\n1. ب", "<ol><li>أ</li><li>ب</li></ol>", "Markdown's lazy numbers"),
        ("> ١. المرفأ", f"<blockquote>{ARAB}><li>المرفأ</li></ol></blockquote>", "in a quotation"),
        (
            "١. **المرفأ** قديم",
            f"{ARAB}><li><strong>المرفأ</strong> قديم</li></ol>",
            "stress",
        ),
        ("7 - سابع\n8 - ثامن", '<ol start="7"><li>سابع</li><li>ثامن</li></ol>', "two with dashes"),
        (
            "1 - أول\n\n2 - ثان",
            "<ol><li><p>أول</p></li><li><p>ثان</p></li></ol>",
            "the second goes on with the list",
        ),
    ],
)
def test_a_list(text: str, shown: str, why: str) -> None:
    assert squeezed(text) == shown, why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("٢٠٢٤. كان عام السلاحف.", "a year"),
        ("2024. كان عام السلاحف.", "a year in Latin digits"),
        ("۱۴۰۳. سال لاک‌پشت‌ها", "a year in Persian digits"),
        ("١٩٦٧- عام الفيضان", "a year and a hyphen"),
        ("1000) ألف", "more than three digits"),
        ("٣ - ١ نتيجة المباراة", "a score"),
        ("٣- ١ نتيجة المباراة", "a score, glued"),
        ("٣ - صفر نتيجة المباراة", "a score in words"),
        ("٣٠-٤٠ قاربا", "a span"),
        ("١٢:٣٠ ظهرا", "a time"),
        ("٣.٥ في المئة", "a fraction"),
        ("۲.۱ مزایا", "a number of two parts"),
        ("٣ قوارب", "a number and a word"),
        ("١.المرفأ", "no blank after the mark"),
        ("٣، ثم رحل", "a comma"),
        ("١٢٫ قولا", "the decimal mark"),
        ("12٣. خليط", "digits of two families"),
        ("قال:\n١. أول", "in the middle of a paragraph, as in Markdown"),
        ("(١) أول", "in brackets: a note, or an article of a law"),
    ],
)
def test_no_list(text: str, why: str) -> None:
    assert html(text) == f"<p>{text}</p>", why


def test_four_blanks_are_code_as_ever() -> None:
    assert "<pre><code>١. المرفأ" in html("    ١. المرفأ")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "٢", "۳", "٢٠٢٤", "٠"]),
            st.sampled_from([". ", ") ", "- ", " - ", "ـ ", "-", " "]),
            st.sampled_from(["بحر", "", "    ١. نهر", "٣ قوارب", "- جدول", "**سوق**"]),
            st.sampled_from(["\n", "\n\n", "\n    ", "\n        "]),
        ),
        max_size=8,
    )
)
def test_whatever_is_written_becomes_html_with_all_its_words(
    lines: list[tuple[str, str, str, str]],
) -> None:
    text = "".join("".join(line) for line in lines)
    shown = html(text)

    for word in ("بحر", "نهر", "قوارب", "جدول", "سوق"):
        assert shown.count(word) == text.count(word), word

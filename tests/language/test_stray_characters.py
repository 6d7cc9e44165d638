"""What is taken out of imported text, and what stays because a reader sees it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.language.stray_characters import without_strays


@pytest.mark.parametrize(
    ("text", "clean", "why"),
    [
        ("\ufeffمكتبة \ufeffالحي", "مكتبة الحي", "marks left by joining files"),
        ("مكتبة\x00 الحي\x1a\x08", "مكتبة الحي", "controls, DOS's end of file among them"),
        ("مكتبة\tالحي\r\nتفتح\x0bأبوابها\x0cاليوم\u2029غدا", None, "tabs and line ends"),
        ("مك\u200bتبة\u2060 الحي", "مكتبة الحي", "blanks of no width, from web pages"),
        ("bib\u00adlio\u00adtek", "bibliotek", "hyphens that only show at a line's end"),
        ("الصورة \ufffc هنا", "الصورة  هنا", "an object that is not here"),
        ("مكتبة\u00a0الحي\u2003تفتح\u202fأبوابها", "مكتبة الحي تفتح أبوابها", "blanks of words"),
        ("10\u00a0كتب، 5\u00a0%، «\u00a0نعم\u00a0»", None, "what holds on to a figure or a sign"),
        ("1\u202f250 كتابا", None, "a figure's thousands"),
        ("بلغ 3\u200f.5 درجة", None, "a mark that orders a decimal's digits"),
        ("\u200fقال (Bird Watch)\u200e اليوم", None, "marks at a change of direction"),
        ("\u2067Bird\u2069 و\u202aWatch\u202c", None, "isolates and embeddings"),
        ("می\u200cشود", None, "a joiner that is part of Persian spelling"),
        ("سنة 1447 ه\u200d", None, "one that gives a letter its shape"),
        ("👨\u200d👩\u200d👧 و❤\ufe0f", None, "what makes one picture of several"),
        ("مـكـتـبـة، 1447 هـ", None, "the tatweel is the typesetter's"),
        ("ﻣﻜﺘﺒﺔ ﺍﻟﺤﻲ ﻻ ﺗﻐﻠﻖ", "مكتبة الحي لا تغلق", "presentation forms, from a PDF"),
        ("ﻣَﻜﺘﺒﺔ ﹷﹻ", "مَكتبة َِ", "with marks between them"),
        ("ﷺ وﷻ و﷼ و﷽", None, "signs that stand for words"),
        ("oﬃce, ﬁnd, ﬂy", "office, find, fly", "Latin ligatures, from a PDF"),
        ("ﬠﬥ שׁ", "על שׁ", "Hebrew forms"),
        ("ا\u0653ب، سو\u0654ال، رءي\u0654س", "آب، سؤال، رءئس", "letters apart from their marks"),
        ("cafe\u0301", "café", "the same in Latin"),
        ("كِتَابٌ مُفِيدٌ، اللّٰه", None, "tashkeel is left as it was typed"),
        ("قال: \x93نعم\x94\x85 \x80 5", "قال: “نعم”… € 5", "Windows' signs saved as controls"),
        ("\uf0b7 بند", "• بند", "Word's bullet"),
        ("طائر\ufffdالحديقة", None, "what was broken is still shown"),
    ],
)
def test_only_what_is_no_part_of_a_text_is_taken_out(
    text: str, clean: str | None, why: str
) -> None:
    assert without_strays(text) == (text if clean is None else clean), why


@settings(max_examples=500, deadline=None)
@given(
    st.text()
    | st.text("ابه ﻣﻜﻻﷺ\u00a0\u202f\u200b\u200c\ufeff\x93\x81\u0653\u0301\u064b51%e\ufb2a\ufe77\n")
)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = without_strays(text)

    assert without_strays(once) == once


def letters(text: str) -> str:
    """Give the letters and figures of a text, whatever form they are in: ™ would have two."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(each for each in plain if unicodedata.category(each)[0] in "LN").replace("ـ", "")


@settings(max_examples=500, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x99")))
def test_no_letter_is_lost_or_added(text: str) -> None:
    assert letters(without_strays(text)) == letters(text)


@pytest.mark.parametrize("each", ["\u00a0", "\ufeff", "ﻻ", "\u0653", "a\u0301", "\x93", "1\u00a0"])
def test_a_million_characters_take_no_time(each: str) -> None:
    assert len(without_strays(each * 10**6)) <= 2 * 10**6

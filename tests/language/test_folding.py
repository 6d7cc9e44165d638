"""One form for words that readers take for the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.language.folding import fold


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("أحمد", "احمد", "hamza above an alef"),
        ("إبريق", "ابريق", "hamza below"),
        ("آفاق", "افاق", "madda"),
        ("ٱلنهر", "النهر", "the joining alef"),
        ("مؤتمر", "موتمر", "hamza on a waw"),
        ("شاطئ", "شاطي", "hamza on a ya"),
        ("مستشفى", "مستشفي", "alef maqsura for ya"),
        ("مكتبة", "مكتبه", "ta marbuta for ha"),
        ("مُدَرِّسَةٌ", "مدرسه", "tashkeel"),
        ("جـــديد", "جديد", "tatweel"),
        ("ﺟﺪﯾﺪ", "جديد", "presentation forms"),
        ("کتاب", "كتاب", "a Persian kaf"),
        ("خاکی", "خاكي", "a Persian ya"),
        ("خانۀ", "خانه", "a Persian ha with a hamza"),
        ("ہوا", "هوا", "an Urdu ha"),
        ("ھوا", "هوا", "the two-eyed one"),
        ("ناوچە", "ناوچه", "a Kurdish e"),
        ("می\u200cرود", "میرود", "a joiner that no one sees"),
        ("\u200fنهر\u200e", "نهر", "a control of direction"),
        ("العدد ١٢", "العدد 12", "Arabic digits"),
        ("العدد ۴۵", "العدد 45", "Persian digits"),
        ("TRAIN Straße", "train strasse", "case"),
        ("«نهر»، جسر!", "نهر جسر", "punctuation"),
        ("نهر_جسر", "نهر جسر", "an underscore"),
        ("نهر-جسر", "نهر جسر", "a slug for its headline"),
        ("  نهر \u00a0 جسر ", "نهر جسر", "blanks of every kind"),
        ("cafe\u0301", "café", "normal forms"),
        ("ا\u0654حمد", "أحمد", "a hamza that is a mark of its own"),
    ],
)
def test_two_spellings_of_one_text(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("نهر", "نمر", "letters that differ"),
        ("سما", "سماء", "a hamza of its own is a letter"),
        ("ضل", "ظل", "two sounds, however alike"),
        ("نهر جسر", "نهرجسر", "two words are not one"),
        ("12", "21", "the order of digits"),
        ("café", "cafe", "an accent makes another letter"),
        ("گل", "كل", "a Persian gaf is a sound of its own"),
        ("پل", "بل", "and so is a pe"),
    ],
)
def test_two_texts_that_differ(one: str, other: str, why: str) -> None:
    assert fold(one) != fold(other), why


def test_what_folding_gives_is_bare() -> None:
    assert fold("«أُمسيةٌ» في المدينة، الساعة ٩:٣٠!") == "امسيه في المدينه الساعه 9 30"


@pytest.mark.parametrize("empty", ["", " ", "؟!", "\u064b\u0640", "🎉"])
def test_what_has_no_letter_folds_to_nothing(empty: str) -> None:
    assert fold(empty) == ""


def test_points_of_hebrew_do_not_part_a_word() -> None:
    assert fold("שָׁלוֹם") == fold("שלום")


@settings(max_examples=500)
@given(st.text() | st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF)))
@example("İI")
@example("a\u200d\u0301")
@example("ﷺ ﷽")
@example("ᾳ\u0345")
def test_folding_twice_gives_what_folding_once_gives(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_normal_form_makes_no_difference(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)  # type: ignore[arg-type]

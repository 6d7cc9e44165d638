"""What words have in common under their clitics and endings."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language import arabic_stem, hebrew_stem, persian_stem
from nashra.language.folding import fold
from nashra.language.stemming import stem, stems
from tests.language.matching_pairs import (
    NOT_SAME_STEM,
    NOT_SAME_STEM_ELSEWHERE,
    SAME_SPELLED,
    SAME_STEM,
    SAME_STEM_ELSEWHERE,
)

LANGUAGES = ["ar", "fa", "ur", "he", "en", "fr", "tr", ""]
LETTERS = st.text(st.sampled_from("ابتجحدرزسشصطعغفقكلمنهويةىءؤئأإآ"), min_size=1, max_size=9)


@pytest.mark.parametrize(("one", "other", "why"), SAME_STEM)
def test_words_that_one_search_should_find(one: str, other: str, why: str) -> None:
    assert stem(one, "ar") == stem(other, "ar"), why


@pytest.mark.parametrize(("one", "other", "why"), NOT_SAME_STEM)
def test_words_that_only_look_alike(one: str, other: str, why: str) -> None:
    assert stem(one, "ar") != stem(other, "ar"), why


@pytest.mark.parametrize(("language", "one", "other", "why"), SAME_STEM_ELSEWHERE)
def test_the_same_in_other_languages(language: str, one: str, other: str, why: str) -> None:
    assert stem(one, language) == stem(other, language), why


@pytest.mark.parametrize(("language", "one", "other", "why"), NOT_SAME_STEM_ELSEWHERE)
def test_look_alikes_of_other_languages(language: str, one: str, other: str, why: str) -> None:
    assert stem(one, language) != stem(other, language), why


@pytest.mark.parametrize(("one", "other", "why"), SAME_SPELLED)
def test_what_folds_together_has_one_stem(one: str, other: str, why: str) -> None:
    assert stem(one, "ar") == stem(other, "ar"), why


@pytest.mark.parametrize(
    "word", sorted({word for one, other, _ in SAME_STEM for word in (one, other)})
)
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word, "ar"), "ar") == stem(word, "ar")


def test_a_text_has_the_stem_of_each_word_in_order() -> None:
    text = "«التقى الوزيرُ» رؤساءَ البلديات، وناقشوا المياه-والكهرباء."

    alone = ["التقى", "وزير", "رئيس", "بلدية", "وناقشوا", "المياه", "كهرباء"]
    assert stems(text, "ar") == tuple(stem(word, "ar") for word in alone)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("empty", ["", " ", "؟!", "\u064b\u0640", "🎉"])
def test_what_has_no_letter_has_no_stem(empty: str, language: str) -> None:
    assert stem(empty, language) == ""
    assert stems(empty, language) == ()


@given(LETTERS)
def test_the_article_makes_no_difference(word: str) -> None:
    if len(fold(word)) > 2 and not fold(word).startswith(("ال", "لل")):
        known = {stem(word, "ar"), stem(f"ال{word}", "ar")}
        assert len(known) == 1 or known & set(arabic_stem.tables()["known"].values())  # type: ignore[attr-defined]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_has_stems_that_are_folded(text: str, language: str) -> None:
    for each in stems(text, language):
        assert each
        assert " " not in each


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("letter", ["و", "ا", "ת", "s", "ی", "\u200c", "\u064b", "ه"])
def test_a_word_of_a_million_letters_is_done_soon(letter: str, language: str) -> None:
    started = time.monotonic()

    stem(letter * 1_000_000, language)

    assert time.monotonic() - started < 20


@pytest.mark.parametrize("module", [arabic_stem, persian_stem, hebrew_stem])
def test_what_stemming_knows_can_be_given_to_a_browser(module: object) -> None:
    tables = module.tables()  # type: ignore[attr-defined]

    assert json.loads(json.dumps(tables, ensure_ascii=False)).keys() == tables.keys()

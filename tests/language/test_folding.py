"""One form for words that readers take for the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nashra.language.folding import fold
from tests.language.matching_pairs import NOT_SAME_SPELLED, SAME_SPELLED


@pytest.mark.parametrize(("one", "other", "why"), SAME_SPELLED)
def test_two_spellings_of_one_text(one: str, other: str, why: str) -> None:
    assert fold(one) == fold(other), why


@pytest.mark.parametrize(("one", "other", "why"), NOT_SAME_SPELLED)
def test_two_texts_that_differ(one: str, other: str, why: str) -> None:
    assert fold(one) != fold(other), why


def test_what_folding_gives_is_bare() -> None:
    assert fold("«أُمسيةٌ» في المدينة، الساعة ٩:٣٠!") == "امسيه في المدينه الساعه 9 30"


@pytest.mark.parametrize("empty", ["", " ", "؟!", "\u064b\u0640", "🎉"])
def test_what_has_no_letter_folds_to_nothing(empty: str) -> None:
    assert fold(empty) == ""


@settings(max_examples=500)
@given(st.text() | st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF)))
@example("İI")
@example("a\u200d\u0301")
@example("ﷺ ﷽")
@example("ᾳ\u0345")
@example("ئ\u0648\u0644")
@example('א"\u05b0ב')
def test_folding_twice_gives_what_folding_once_gives(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_normal_form_makes_no_difference(text: str, form: str) -> None:
    assert fold(unicodedata.normalize(form, text)) == fold(text)  # type: ignore[arg-type]

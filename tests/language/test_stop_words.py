"""Words that say nothing of what a text is about."""

from __future__ import annotations

import pytest

from nashra.language.folding import fold
from nashra.language.stop_words import STOP_WORDS, stop_words


@pytest.mark.parametrize(
    ("language", "sentence", "left"),
    [
        (
            "ar",
            "قال الوزير إن المياه التي في النهر عادت إلى المدينة",
            "الوزير المياه النهر عادت المدينة",
        ),
        ("ar-EG", "وكان ذلك على الرغم من المطر", "الرغم المطر"),
        ("fa", "او گفت که این کتاب را در خانه دارد", "کتاب خانه"),
        ("ur", "یہ کتاب اس کے گھر میں ہے", "کتاب گھر"),
        ("he", "הוא אמר כי הספר של הילד על השולחן", "הספר הילד השולחן"),
        ("en", "He said that the book is on the table", "book table"),
        ("fr", "Il a dit que le livre est sur la table", "livre table"),
        ("tr", "kitap masanın üstünde", "kitap masanın üstünde"),
    ],
)
def test_what_is_left_of_a_sentence(language: str, sentence: str, left: str) -> None:
    stop = stop_words(language)

    assert [word for word in fold(sentence).split() if word not in stop] == fold(left).split()


@pytest.mark.parametrize("language", STOP_WORDS)
def test_a_list_holds_single_folded_words(language: str) -> None:
    for word in stop_words(language):
        assert word == fold(word)
        assert " " not in word
        assert word


@pytest.mark.parametrize("word", ["وزير", "حكومة", "مصر", "لبنان", "نفط"])
def test_what_news_is_about_is_no_stop_word(word: str) -> None:
    assert fold(word) not in stop_words("ar")

"""Which characters carry no letter of their own."""

from __future__ import annotations

import unicodedata

import pytest

from nashra.language.characters import DIRECTION_CONTROLS, INVISIBLE, MARKS, TATWEEL


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("\u064b", "the first of the tashkeel, fathatan"),
        ("\u0652", "sukun, the last of the common ones"),
        ("\u0651", "shadda"),
        ("\u0670", "the small alef above"),
        ("\u0610", "an honorific sign"),
        ("\u06d6", "a pause mark of the Quran"),
        ("\u06ed", "the last of the Quran's signs"),
    ],
)
def test_a_mark_is_no_letter(mark: str, why: str) -> None:
    assert MARKS.fullmatch(mark), why
    assert unicodedata.category(mark) == "Mn"


@pytest.mark.parametrize(
    ("character", "why"),
    [
        ("ا", "a letter"),
        ("ء", "the hamza alone is a letter"),
        (TATWEEL, "a stretch is not a mark"),
        ("٠", "a digit"),
        ("\u06dd", "the end-of-verse sign is a sign of its own"),
        ("\u06de", "so is the start of a part"),
        ("\u06e9", "and the place of prostration"),
        ("،", "punctuation"),
    ],
)
def test_what_is_no_mark(character: str, why: str) -> None:
    assert not MARKS.search(character), why


def test_every_control_of_direction_is_invisible() -> None:
    controls = [chr(code) for code in range(0x10000) if DIRECTION_CONTROLS.match(chr(code))]

    assert len(controls) == 12, "UAX 9 section 2 has twelve"
    assert all(INVISIBLE.match(control) for control in controls)


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d", "\u00ad", "\ufeff", "\u2060"])
def test_a_joiner_is_invisible_and_changes_no_direction(joiner: str) -> None:
    assert INVISIBLE.match(joiner)
    assert not DIRECTION_CONTROLS.match(joiner)


def test_no_visible_character_of_arabic_is_taken_for_invisible() -> None:
    letters = [
        chr(code) for code in range(0x600, 0x700) if unicodedata.category(chr(code)) in {"Lo", "Nd"}
    ]

    assert not [letter for letter in letters if INVISIBLE.match(letter) or MARKS.match(letter)]

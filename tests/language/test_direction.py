"""Which way a text runs."""

from __future__ import annotations

import pytest

from nashra.language.direction import of_language, of_text


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("AR", "rtl"),
        ("fa", "rtl"),
        ("fa-IR", "rtl"),
        ("ur", "rtl"),
        ("he", "rtl"),
        ("ckb", "rtl"),
        ("en", "ltr"),
        ("en-GB", "ltr"),
        ("fr", "ltr"),
        ("arn", "ltr"),
        ("", "ltr"),
    ],
)
def test_the_direction_of_a_language(language: str, direction: str) -> None:
    assert of_language(language) == direction


@pytest.mark.parametrize(
    ("text", "direction", "why"),
    [
        ("نهر", "rtl", "Arabic letters"),
        ("נהר", "rtl", "Hebrew letters"),
        ("river", "ltr", "Latin letters"),
        ("نهر river", "rtl", "the first letter decides"),
        ("river نهر", "ltr", "either way"),
        ("12 نهر", "rtl", "a digit is not strong"),
        ("«12» — نهر", "rtl", "nor is punctuation"),
        ("١٢ river", "ltr", "nor is an Arabic digit"),
        ("\u200f12", "rtl", "a right-to-left mark is"),
        ("12 – 🎉", "", "nothing strong at all"),
        ("", "", "nothing at all"),
    ],
)
def test_the_direction_of_a_text(text: str, direction: str, why: str) -> None:
    assert of_text(text) == direction, why


def test_what_is_isolated_does_not_decide() -> None:
    assert of_text("\u2067نهر\u2069 river") == "ltr"

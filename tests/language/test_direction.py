"""Which way a text runs."""

from __future__ import annotations

import pytest

from nashra.language.direction import led, of_language, of_text


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


@pytest.mark.parametrize(
    ("text", "way", "mark", "why"),
    [
        ("NASA تؤجل الرحلة", "rtl", "\u200f", "it would be laid out from the left"),
        ("تؤجل NASA الرحلة", "rtl", "", "its first letter says it"),
        ("Hello, world", "rtl", "", "a foreign text keeps its own way"),
        ("2026 عام البحر", "rtl", "", "digits are no letters: the first letter decides"),
        ("NASA تؤجل الرحلة", "ltr", "", "an English site's headline runs from the left"),
        ("", "rtl", "", "nothing to lead"),
    ],
)
def test_a_plain_text_is_led_where_its_first_word_would_mislead(
    text: str, way: str, mark: str, why: str
) -> None:
    assert led(text, way) == mark + text, why

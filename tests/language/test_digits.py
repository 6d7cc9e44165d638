"""The three families of digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language.digits import FAMILIES, Numerals, in_family, to_latin


@pytest.mark.parametrize(
    ("text", "latin", "why"),
    [
        ("٠١٢٣٤٥٦٧٨٩", "0123456789", "Arabic"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789", "Persian"),
        ("0123456789", "0123456789", "Latin already"),
        ("٣ و۴ و5", "3 و4 و5", "all three in one text"),
        ("نهر، جسر ٪", "نهر، جسر ٪", "what is no digit stays"),
        ("", "", "nothing"),
    ],
)
def test_every_digit_as_latin(text: str, latin: str, why: str) -> None:
    assert to_latin(text) == latin, why


@pytest.mark.parametrize(
    ("family", "shown"),
    [("latn", "عام 2026"), ("arab", "عام ٢٠٢٦"), ("arabext", "عام ۲۰۲۶")],
)
def test_latin_digits_in_a_family(family: str, shown: str) -> None:
    assert in_family("عام 2026", family) == shown


def test_a_family_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError):
        in_family("1", "roman")


@given(st.text(), st.sampled_from(["latn", "arab", "arabext"]))
def test_there_and_back(text: str, family: str) -> None:
    assert to_latin(in_family(text, family)) == to_latin(text)


@pytest.mark.parametrize(
    ("numerals", "value", "shown", "why"),
    [
        (Numerals(), 999, "999", "nothing to part"),
        (Numerals(), 1234567, "1,234,567", "by threes"),
        (Numerals("arab", "٬"), 1234, "١٬٢٣٤", "Arabic-Indic, with their own sign"),
        (Numerals("arabext", "٬"), 1405, "۱٬۴۰۵", "Persian"),
        (Numerals("latn", "\u202f"), 10_000, "10\u202f000", "French parts by a narrow blank"),
        (Numerals("latn", "."), 0, "0", "none"),
    ],
)
def test_a_count(numerals: Numerals, value: int, shown: str, why: str) -> None:
    assert numerals.number(value) == shown, why


@given(st.integers(0, 10**12), st.sampled_from(sorted(FAMILIES)))
def test_a_count_is_in_one_family_and_can_be_read_back(value: int, family: str) -> None:
    shown = Numerals(family, "٬").number(value)

    assert int(to_latin(shown).replace("٬", "")) == value
    assert all(in_family(to_latin(each), family) == each for each in shown if each.isdigit())

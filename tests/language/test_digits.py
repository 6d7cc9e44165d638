"""The three families of digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language.digits import in_family, to_latin


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

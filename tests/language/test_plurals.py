"""The forms that a count takes in each language."""

from __future__ import annotations

import pytest

from nashra.language.plurals import form, forms


@pytest.mark.parametrize(
    ("language", "count", "found"),
    [
        ("ar", 0, "zero"),
        ("ar", 1, "one"),
        ("ar", 2, "two"),
        ("ar", 3, "few"),
        ("ar", 10, "few"),
        ("ar", 11, "many"),
        ("ar", 99, "many"),
        ("ar", 100, "other"),
        ("ar", 102, "other"),
        ("ar", 103, "few"),
        ("ar-EG", 111, "many"),
        ("fa", 0, "one"),
        ("fa", 1, "one"),
        ("fa", 2, "other"),
        ("ur", 0, "other"),
        ("ur", 1, "one"),
        ("he", 2, "two"),
        ("he", 20, "other"),
        ("fr", 0, "one"),
        ("fr", 2, "other"),
        ("fr", 1_000_000, "many"),
        ("en", 1, "one"),
    ],
)
def test_a_count_has_a_form(language: str, count: int, found: str) -> None:
    assert form(language, count) == found


@pytest.mark.parametrize(
    ("language", "all_forms"),
    [
        ("ar", {"zero", "one", "two", "few", "many", "other"}),
        ("fa", {"one", "other"}),
        ("ur", {"one", "other"}),
        ("he", {"one", "two", "other"}),
        ("en", {"one", "other"}),
        ("fr", {"one", "many", "other"}),
    ],
)
def test_all_forms_of_a_language(language: str, all_forms: set[str]) -> None:
    assert forms(language) == all_forms

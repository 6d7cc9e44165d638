"""The interface's words, with the plural forms that a language has."""

from __future__ import annotations

import pytest

from nashra.language.digits import Numerals
from nashra.render.strings import Strings

BOATS = {
    "zero": "لا قوارب",
    "one": "قارب واحد",
    "two": "قاربان",
    "few": "{count} قوارب",
    "many": "{count} قاربا",
    "other": "{count} قارب",
}
ARABIC = Strings("ar", {"boats": BOATS, "by": "كتبه {name}", "more": "المزيد", "braces": "{ }"})


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "لا قوارب"),
        (1, "قارب واحد"),
        (2, "قاربان"),
        (3, "3 قوارب"),
        (10, "10 قوارب"),
        (11, "11 قاربا"),
        (99, "99 قاربا"),
        (100, "100 قارب"),
        (102, "102 قارب"),
        (103, "103 قوارب"),
        (111, "111 قاربا"),
        (1000, "1,000 قارب"),
    ],
)
def test_arabic_counts_in_six_forms(count: int, shown: str) -> None:
    assert ARABIC("boats", count=count) == shown


@pytest.mark.parametrize(
    ("language", "count", "shown"),
    [
        ("en", 1, "one"),
        ("en", 0, "other"),
        ("en", 2, "other"),
        ("fa", 0, "one"),
        ("fa", 2, "other"),
    ],
)
def test_each_language_counts_in_its_own_way(language: str, count: int, shown: str) -> None:
    strings = Strings(language, {"boats": {"one": "one", "other": "other"}})

    assert strings("boats", count=count) == shown


def test_a_region_makes_no_difference_to_the_forms() -> None:
    assert Strings("ar-EG", {"boats": BOATS})("boats", count=2) == "قاربان"


def test_a_form_that_is_not_there_is_the_other_one() -> None:
    assert Strings("ar", {"boats": {"other": "{count} قارب"}})("boats", count=2) == "2 قارب"


def test_places_are_filled() -> None:
    assert ARABIC("by", name="هند {") == "كتبه هند {"


def test_a_text_without_a_count_has_one_form() -> None:
    assert ARABIC("more") == "المزيد"
    assert ARABIC("more", count=5) == "المزيد"


def test_braces_are_braces_where_nothing_is_to_be_filled() -> None:
    assert ARABIC("braces") == "{ }"


@pytest.mark.parametrize("missing", ["boat", ""])
def test_a_key_that_is_not_there_is_a_fault(missing: str) -> None:
    with pytest.raises(KeyError):
        ARABIC(missing)


def test_a_place_that_nobody_fills_is_a_fault() -> None:
    with pytest.raises(KeyError):
        ARABIC("by", count=1)


def test_what_is_shown_of_a_key_changes_with_every_form() -> None:
    changed = Strings("ar", {"boats": BOATS | {"few": "قوارب"}, "more": "المزيد"})

    assert ARABIC.shown("boats") != changed.shown("boats")
    assert ARABIC.shown("more") == changed.shown("more")
    assert ARABIC.shown("nothing") != ARABIC.shown("more")


def test_everything_is_the_same_whatever_the_order_of_the_keys() -> None:
    there = Strings("ar", {"a": "1", "b": "2"})

    assert there.all() == Strings("ar", {"b": "2", "a": "1"}).all()
    assert there.all() != Strings("ar", {"a": "2", "b": "1"}).all()


@pytest.mark.parametrize(
    ("numerals", "count", "shown", "why"),
    [
        (Numerals("arab", "٬"), 3, "٣ قوارب", "Arabic-Indic digits"),
        (Numerals("arab", "٬"), 1234, "١٬٢٣٤ قاربا", "thousands parted by their own sign"),
        (Numerals("arabext", "٬"), 45, "۴۵ قاربا", "Persian digits"),
        (Numerals("latn", "."), 12_345, "12.345 قاربا", "the Maghreb's point"),
    ],
)
def test_numbers_are_in_the_sites_digits(
    numerals: Numerals, count: int, shown: str, why: str
) -> None:
    assert Strings("ar", {"boats": BOATS}, numerals)("boats", count=count) == shown, why


def test_every_whole_number_is_and_no_text() -> None:
    strings = Strings("ar", {"page": "الصفحة {number} من {name}"}, Numerals("arab", "٬"))

    assert strings("page", number=7, name="جيل 2000") == "الصفحة ٧ من جيل 2000"


def test_other_digits_are_another_text() -> None:
    other = Strings("ar", {"boats": BOATS}, Numerals("arab", "٬"))

    assert other.shown("boats") != Strings("ar", {"boats": BOATS}).shown("boats")
    assert other.all() != Strings("ar", {"boats": BOATS}).all()

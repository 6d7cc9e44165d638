"""The three calendars, beside each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language.calendars import (
    CALENDARS,
    GREGORIAN,
    HIJRI,
    JALALI,
    Day,
    gregorian,
    month,
    month_name,
    reckon,
)


@pytest.mark.parametrize(
    ("day", "calendar", "found", "why"),
    [
        (date(2026, 11, 23), GREGORIAN, Day(2026, 11, 23), "as it is"),
        (date(2026, 11, 23), HIJRI, Day(1448, 6, 13), "Umm al-Qura's"),
        (date(2026, 11, 23), JALALI, Day(1405, 9, 2), "Persia's"),
        (date(2024, 3, 11), HIJRI, Day(1445, 9, 1), "the first of Ramadan as it was announced"),
        (date(2025, 3, 21), JALALI, Day(1404, 1, 1), "Nowruz"),
        (date(2024, 3, 20), JALALI, Day(1403, 1, 1), "Nowruz of a leap year"),
        (date(1924, 8, 1), HIJRI, Day(1343, 1, 1), "the first day of the tables"),
        (date(2077, 11, 16), HIJRI, Day(1500, 12, 30), "the last"),
        (date(1924, 7, 31), HIJRI, None, "the day before"),
        (date(2077, 11, 17), HIJRI, None, "the day after"),
        (date(1, 1, 1), HIJRI, None, "long before"),
        (date(600, 1, 1), JALALI, None, "before the calendar's first year"),
        (date.max, JALALI, None, "after its last"),
    ],
)
def test_a_day_as_a_calendar_counts_it(
    day: date, calendar: str, found: Day | None, why: str
) -> None:
    assert reckon(day, calendar) == found, why
    if found:
        assert gregorian(found, calendar) == day, why


@given(st.dates(), st.sampled_from(CALENDARS))
def test_any_day_is_counted_or_not_reached(day: date, calendar: str) -> None:
    found = reckon(day, calendar)

    assert found is None or gregorian(found, calendar) == day


@pytest.mark.parametrize(
    ("day", "calendar"),
    [
        (Day(1448, 13, 1), HIJRI),
        (Day(1448, 1, 31), HIJRI),
        (Day(1300, 1, 1), HIJRI),
        (Day(1405, 7, 31), JALALI),
        (Day(99_999, 1, 1), JALALI),
        (Day(2026, 2, 29), GREGORIAN),
        (Day(10_000, 1, 1), GREGORIAN),
    ],
)
def test_a_day_that_is_not_there(day: Day, calendar: str) -> None:
    with pytest.raises(ValueError):
        gregorian(day, calendar)


@given(st.integers(1365, 1500), st.integers(1, 12))
def test_a_hijri_month_has_29_or_30_days(year: int, number: int) -> None:
    """Eight months of the years before were published with 28 or 31."""
    days = month(year, number, HIJRI)

    assert len(days) in {29, 30}
    assert days[-1] - days[0] == timedelta(days=len(days) - 1)


@given(st.integers(1343, 1500))
def test_the_months_of_a_hijri_year_follow_one_another(year: int) -> None:
    days = [day for number in range(1, 13) for day in month(year, number, HIJRI)]

    assert days == [days[0] + timedelta(days=after) for after in range(len(days))]
    assert len(days) in range(353, 357)


@pytest.mark.parametrize(
    ("year", "number", "calendar", "length"),
    [
        (2024, 2, GREGORIAN, 29),
        (2026, 11, GREGORIAN, 30),
        (1403, 12, JALALI, 30),
        (1404, 12, JALALI, 29),
        (1500, 12, HIJRI, 30),
        (1348, 11, HIJRI, 31),
        (9999, 12, GREGORIAN, 31),
    ],
)
def test_the_length_of_a_month(year: int, number: int, calendar: str, length: int) -> None:
    assert len(month(year, number, calendar)) == length


@pytest.mark.parametrize(
    ("number", "calendar", "language", "country", "name"),
    [
        (6, HIJRI, "ar", "SA", "جمادى الآخرة"),
        (6, HIJRI, "fa", "IR", "جمادی‌الثانی"),
        (12, HIJRI, "ur", "PK", "ذوالحجہ"),
        (9, HIJRI, "de", "DE", "Ramadan"),
        (9, HIJRI, "ckb", "IQ", "رمضان"),
        (9, JALALI, "fa", "IR", "آذر"),
        (9, JALALI, "fa", "AF", "قوس"),
        (1, JALALI, "fr", "FR", "Farvardin"),
    ],
)
def test_the_name_of_a_month(
    number: int, calendar: str, language: str, country: str, name: str
) -> None:
    assert month_name(number, calendar, language=language, country=country) == name

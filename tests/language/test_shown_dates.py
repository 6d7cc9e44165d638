"""Dates and times as each country's readers expect them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.language.calendars import GREGORIAN, HIJRI, JALALI
from nashra.language.dates import parse
from nashra.language.digits import FAMILIES, in_family, to_latin
from nashra.language.region import DUAL, Profile, months, numerals, profile
from nashra.language.shown_dates import (
    clock,
    long_date,
    month_title,
    second_date,
    short_date,
    weekdays,
    weeks,
)

DAY = date(2026, 11, 23)
_GULF_AND_NILE = ("EG", "SA", "AE", "KW", "QA", "BH", "OM", "YE", "SD", "LY", "SO", "DJ", "KM")
_LEVANT_AND_MAGHREB = ("IQ", "SY", "LB", "JO", "PS", "DZ", "TN", "MA", "MR")
COUNTRIES = [("ar", country) for country in (*_GULF_AND_NILE, *_LEVANT_AND_MAGHREB)]
EVERYWHERE = [
    *COUNTRIES,
    *[("ar", ""), ("fa", "IR"), ("fa", "AF"), ("ur", "PK"), ("ur", "IN"), ("he", "IL")],
    *[("en", ""), ("en", "EG"), ("en", "GB"), ("fr", "FR"), ("fr", "MA"), ("ckb", "IQ")],
]
PROFILES = st.builds(
    lambda where, digits, calendar, beside, hours: replace(
        profile(*where),
        numerals=numerals(profile(*where).locale, digits),
        calendar=calendar,
        beside=beside,
        hours=hours,
    ),
    st.sampled_from(EVERYWHERE),
    st.sampled_from(sorted(FAMILIES)),
    st.sampled_from([GREGORIAN, HIJRI, JALALI]),
    st.sampled_from(["", GREGORIAN, HIJRI, JALALI]),
    st.sampled_from([12, 24]),
)


def plain(text: str) -> str:
    """Give a text with its unbreakable blanks as common ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def digits(family: str, of: Profile) -> Profile:
    return replace(of, numerals=numerals(of.locale, family))


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("EG", "أبريل يوليو أغسطس ديسمبر"),
        ("SA", "أبريل يوليو أغسطس ديسمبر"),
        ("AE", "أبريل يوليو أغسطس ديسمبر"),
        ("KW", "أبريل يوليو أغسطس ديسمبر"),
        ("QA", "أبريل يوليو أغسطس ديسمبر"),
        ("BH", "أبريل يوليو أغسطس ديسمبر"),
        ("OM", "أبريل يوليو أغسطس ديسمبر"),
        ("YE", "أبريل يوليو أغسطس ديسمبر"),
        ("SD", "أبريل يوليو أغسطس ديسمبر"),
        ("LY", "أبريل يوليو أغسطس ديسمبر"),
        ("IQ", "نيسان تموز آب كانون_الأول"),
        ("SY", "نيسان تموز آب كانون_الأول"),
        ("LB", "نيسان تموز آب كانون_الأول"),
        ("JO", "نيسان تموز آب كانون_الأول"),
        ("PS", "نيسان تموز آب كانون_الأول"),
        ("DZ", "أفريل جويلية أوت ديسمبر"),
        ("TN", "أفريل جويلية أوت ديسمبر"),
        ("MA", "أبريل يوليوز غشت دجنبر"),
        ("MR", "إبريل يوليو أغشت دجمبر"),
    ],
)
def test_a_country_has_its_own_names_of_months(country: str, names: str) -> None:
    for number, name in zip((4, 7, 8, 12), names.split(), strict=True):
        shown = short_date(date(2026, number, 5), profile("ar", country))

        assert shown == f"5 {name.replace('_', ' ')} 2026"


@pytest.mark.parametrize(
    ("where", "shown", "why"),
    [
        (("ar", ""), "الاثنين، 23 نوفمبر 2026", "Arabic at large"),
        (("ar", "EG"), "الاثنين، 23 نوفمبر 2026", "Latin digits, as newsrooms online"),
        (("ar", "SA"), "الاثنين، 23 نوفمبر 2026", "the Gregorian first"),
        (("ar", "LB"), "الاثنين، 23 تشرين الثاني 2026", "the Levant's months"),
        (("ar", "MA"), "الاثنين، 23 نونبر 2026", "Morocco's"),
        (("ar", "DZ"), "الاثنين، 23 نوفمبر 2026", "Algeria's, here the Mashriq's"),
        (("ar", "DE"), "الاثنين، 23 نوفمبر 2026", "a country where CLDR has no Arabic"),
        (("fa", ""), "دوشنبه ۲ آذر ۱۴۰۵", "Jalali, in Persian digits"),
        (("fa", "AF"), "دوشنبه ۲ قوس ۱۴۰۵", "the same calendar, Kabul's months"),
        (("ur", "PK"), "پیر، 23 نومبر، 2026", "Latin digits"),
        (("ur", "IN"), "پیر، 23 نومبر، 2026", "on both sides of the border"),
        (("he", "IL"), "יום שני, 23 בנובמבר 2026", "the Gregorian alone"),
        (("en", "US"), "Monday, November 23, 2026", "the month first"),
        (("en", "GB"), "Monday, 23 November 2026", "the day first"),
        (("en", "EG"), "Monday, 23 November 2026", "English of the world, in Egypt"),
        (("fr", "FR"), "lundi 23 novembre 2026", "no comma"),
        (("fr", "MA"), "lundi 23 novembre 2026", "nor in Morocco"),
        (("es", "ES"), "lunes, 23 de noviembre de 2026", "words in a pattern stay words"),
        (("ja", "JP"), "2026年11月23日月曜日", "a month that is a number"),
    ],
)
def test_a_long_date(where: tuple[str, str], shown: str, why: str) -> None:
    assert long_date(DAY, profile(*where)) == shown, why


@pytest.mark.parametrize(
    ("family", "where", "shown", "why"),
    [
        ("arab", ("ar", "EG"), "الاثنين، ٢٣ نوفمبر ٢٠٢٦", "on request"),
        ("arabext", ("ar", "IQ"), "الاثنين، ۲۳ تشرين الثاني ۲۰۲۶", "any family with any months"),
        ("latn", ("fa", "IR"), "دوشنبه 2 آذر 1405", "Persian in Latin digits"),
        ("arabext", ("ur", "IN"), "پیر، ۲۳ نومبر، ۲۰۲۶", "Urdu in its own"),
    ],
)
def test_digits_are_a_choice_of_their_own(
    family: str, where: tuple[str, str], shown: str, why: str
) -> None:
    assert long_date(DAY, digits(family, profile(*where))) == shown, why


@pytest.mark.parametrize(
    ("country", "choice", "shown", "why"),
    [
        ("EG", DUAL, "23 نوفمبر/ تشرين الثاني 2026", "for readers of the whole Arab world"),
        ("LB", DUAL, "23 تشرين الثاني/ نوفمبر 2026", "the country's own first"),
        ("MA", DUAL, "23 نونبر/ تشرين الثاني 2026", "also in Morocco"),
        ("EG", "SY", "23 تشرين الثاني 2026", "as in Syria"),
        ("LB", "ma", "23 نونبر 2026", "as in Morocco, by a small code"),
    ],
)
def test_other_names_of_months(country: str, choice: str, shown: str, why: str) -> None:
    own = profile("ar", country)

    assert short_date(DAY, replace(own, months=months(own.locale, choice))) == shown, why


def test_two_names_that_are_one_are_written_once() -> None:
    own = replace(profile("ar", "EG"), months=months("ar_EG", "AE"))

    assert short_date(DAY, replace(own, months=own.months * 2)) == "23 نوفمبر 2026"


@pytest.mark.parametrize(("locale", "choice"), [("fa", DUAL), ("ar", "XX"), ("ar", "الشام")])
def test_names_that_a_language_does_not_have(locale: str, choice: str) -> None:
    with pytest.raises(ValueError):
        months(locale, choice)


@pytest.mark.parametrize(
    ("where", "told", "first", "second", "why"),
    [
        (("ar", "SA"), {}, "23 نوفمبر 2026", "13 جمادى الآخرة 1448 هـ", "unless told"),
        (("ar", "EG"), {}, "23 نوفمبر 2026", "", "none unless told"),
        (("ar", "EG"), {"beside": HIJRI}, "23 نوفمبر 2026", "13 جمادى الآخرة 1448 هـ", "told"),
        (
            ("ar", "SA"),
            {"calendar": HIJRI, "beside": GREGORIAN},
            "13 جمادى الآخرة 1448 هـ",
            "23 نوفمبر 2026 م",
            "turned",
        ),
        (
            ("ar", "SA"),
            {"calendar": HIJRI, "beside": ""},
            "13 جمادى الآخرة 1448 هـ",
            "",
            "the Hijri alone",
        ),
        (
            ("fa", "IR"),
            {"beside": GREGORIAN},
            "۲ آذر ۱۴۰۵",
            "۲۳ نوامبر ۲۰۲۶",
            "Persian with Gregorian",
        ),
        (
            ("fa", "IR"),
            {"beside": HIJRI},
            "۲ آذر ۱۴۰۵",
            "۱۳ جمادی‌الثانی ۱۴۴۸ ق",
            "Persian with Hijri",
        ),
        (("fa", "IR"), {"calendar": GREGORIAN}, "۲۳ نوامبر ۲۰۲۶", "", "Persian by the Gregorian"),
        (("ur", "PK"), {"beside": HIJRI}, "23 نومبر، 2026", "13 جمادی الثانی 1448 ہجری", "Urdu"),
        (
            ("en", "GB"),
            {"beside": HIJRI},
            "23 November 2026",
            "13 Jumada al-Akhira 1448 AH",
            "English",
        ),
        (
            ("fr", "FR"),
            {"beside": HIJRI},
            "23 novembre 2026",
            "13 joumada ath-thania 1448 de l’hégire",
            "French",
        ),
        (("he", "IL"), {}, "23 בנובמבר 2026", "", "Hebrew by the Gregorian alone"),
    ],
)
def test_a_second_date(
    where: tuple[str, str], told: dict[str, str], first: str, second: str, why: str
) -> None:
    own = replace(profile(*where), **told)  # type: ignore[arg-type]

    assert plain(short_date(DAY, own)) == first, why
    assert plain(second_date(DAY, own)) == second, why


@pytest.mark.parametrize("day", [date(1924, 7, 31), date(2077, 11, 17), date(1, 1, 1), date.max])
def test_beyond_the_tables_the_gregorian_stands_alone(day: date) -> None:
    beside = profile("ar", "SA")
    instead = replace(beside, calendar=HIJRI, beside=GREGORIAN)

    assert second_date(day, beside) == ""
    assert second_date(day, instead) == ""
    assert plain(short_date(day, instead)) == f"{short_date(day, beside)} م", "the era says which"


@pytest.mark.parametrize(
    ("where", "hours", "moment", "shown", "why"),
    [
        (("ar", "EG"), 0, time(14, 5), "2:05 م", "after noon"),
        (("ar", "SA"), 0, time(9, 30), "9:30 ص", "before noon"),
        (("ar", "LB"), 0, time(0, 5), "12:05 ص", "after midnight"),
        (("ar", "EG"), 0, time(12, 0), "12:00 م", "noon"),
        (("ar", "MA"), 0, time(14, 5), "14:05", "Morocco"),
        (("ar", "DZ"), 0, time(14, 5), "14:05", "Algeria, unlike CLDR"),
        (("ar", "TN"), 0, time(9, 5), "09:05", "Tunisia, unlike CLDR"),
        (("fr", "TN"), 0, time(14, 5), "14:05", "in French too"),
        (("ar", "EG"), 24, time(14, 5), "14:05", "told"),
        (("ar", "MA"), 12, time(14, 5), "2:05 م", "told"),
        (("fa", "IR"), 0, time(14, 5), "۱۴:۰۵", "Persian digits"),
        (("ur", "PK"), 0, time(14, 5), "14:05", "no Latin PM in Urdu"),
        (("he", "IL"), 0, time(14, 5), "14:05", "Hebrew"),
        (("en", "US"), 0, time(14, 5), "2:05 PM", "American"),
        (("en", "GB"), 0, time(14, 5), "14:05", "British"),
    ],
)
def test_the_time_of_day(
    where: tuple[str, str], hours: int, moment: time, shown: str, why: str
) -> None:
    own = profile(*where)

    assert plain(clock(moment, replace(own, hours=hours or own.hours))) == shown, why


def test_no_line_breaks_between_a_number_and_its_sign() -> None:
    assert " " not in clock(time(14, 5), profile("ar", "EG"))
    assert second_date(DAY, profile("ar", "SA")).endswith("1448\u00a0هـ")


def test_the_first_of_a_month_in_french() -> None:
    assert long_date(date(2027, 1, 1), profile("fr")) == "vendredi 1er janvier 2027"


@pytest.mark.parametrize(
    ("where", "year", "number", "shown"),
    [
        (("ar", "EG"), 2026, 11, "نوفمبر 2026"),
        (("ar", "LB"), 2026, 11, "تشرين الثاني 2026"),
        (("fa", "IR"), 1405, 9, "آذر ۱۴۰۵"),
        (("he", "IL"), 2026, 11, "נובמבר 2026"),
        (("en", "EG"), 2026, 11, "November 2026"),
        (("fr", "FR"), 2026, 11, "novembre 2026"),
    ],
)
def test_the_title_of_a_month(where: tuple[str, str], year: int, number: int, shown: str) -> None:
    assert month_title(year, number, profile(*where)) == shown


@pytest.mark.parametrize(
    ("where", "first", "why"),
    [
        (("ar", "EG"), "السبت", "Egypt"),
        (("ar", "SA"), "الأحد", "Saudi Arabia"),
        (("ar", "LB"), "الاثنين", "Lebanon"),
        (("ar", "MA"), "الاثنين", "Morocco"),
        (("ar", "AE"), "الاثنين", "the Emirates"),
        (("fa", "IR"), "شنبه", "Iran"),
        (("ur", "PK"), "اتوار", "Pakistan"),
        (("he", "IL"), "יום ראשון", "Israel"),
        (("en", "EG"), "Saturday", "the country's week, whatever the language"),
        (("fr", "FR"), "lundi", "France"),
    ],
)
def test_the_week_begins(where: tuple[str, str], first: str, why: str) -> None:
    assert weekdays(profile(*where))[0] == first, why
    assert len(set(weekdays(profile(*where)))) == 7


def test_names_of_days_are_the_languages_own_whichever_was_asked_first() -> None:
    for _ in range(2):
        assert weekdays(profile("he"))[0] == "יום ראשון"
        assert weekdays(profile("ur"))[0] == "اتوار"


def test_the_weeks_of_a_month() -> None:
    """November 2026 began on a Sunday; in Egypt the week begins on Saturday."""
    found = weeks(2026, 11, profile("ar", "EG"))

    assert found[0] == (None, *(date(2026, 11, day) for day in range(1, 7)))
    assert found[-1] == (date(2026, 11, 28), date(2026, 11, 29), date(2026, 11, 30), *[None] * 4)
    assert len(found) == 5


@given(st.integers(1344, 1499), st.integers(1, 12), st.integers(0, 6))
def test_weeks_hold_every_day_once(year: int, number: int, start: int) -> None:
    own = replace(profile("ar", "SA"), calendar=HIJRI, week_start=start)
    found = weeks(year, number, own)
    days = [day for week in found for day in week if day]

    assert all(len(week) == 7 for week in found)
    assert days == [days[0] + timedelta(days=at) for at in range(len(days))]
    assert all(
        day.weekday() == (start + at) % 7 for week in found for at, day in enumerate(week) if day
    )


@pytest.mark.parametrize(("year", "number"), [(2026, 13), (2026, 0), (10_000, 1)])
def test_a_month_that_is_not_there(year: int, number: int) -> None:
    with pytest.raises(ValueError):
        weeks(year, number, profile("ar", "EG"))


@pytest.mark.parametrize(("language", "country"), EVERYWHERE, ids="-".join)
def test_every_day_of_fifty_years_is_shown(language: str, country: str) -> None:
    own = replace(profile(language, country), beside=HIJRI)
    for after in range(50 * 366):
        day = date(1990, 1, 1) + timedelta(days=after)
        assert long_date.__wrapped__(day, own)
        assert second_date.__wrapped__(day, own)


@given(st.dates(), PROFILES)
def test_any_day_is_shown_in_one_family_of_digits(day: date, own: Profile) -> None:
    shown = long_date(day, own) + second_date(day, own) + clock(time(day.day % 24), own)

    assert in_family(to_latin(shown), own.numerals.family) == shown
    assert not any(mark in shown for mark in "\u200e\u200f\u061c\u2066\u2069")


@given(
    st.dates(date(1924, 8, 1), date(2077, 11, 16)),
    st.sampled_from(COUNTRIES),
    st.sampled_from(sorted(FAMILIES)),
    st.sampled_from([GREGORIAN, HIJRI, JALALI]),
)
def test_what_is_shown_in_arabic_is_read_back(
    day: date, where: tuple[str, str], family: str, calendar: str
) -> None:
    own = digits(family, replace(profile(*where), calendar=calendar))

    for shown in (long_date(day, own), short_date(day, own)):
        assert parse(shown, zone=timezone.utc).date() == day  # noqa: UP017


@given(st.dates(date(1000, 1, 1)), st.sampled_from(COUNTRIES))
def test_so_are_two_names_of_one_month(day: date, where: tuple[str, str]) -> None:
    own = replace(profile(*where), months=months(profile(*where).locale, DUAL))

    assert parse(long_date(day, own), zone=timezone.utc).date() == day  # noqa: UP017


@given(st.dates(date(1700, 1, 1), date(9000, 1, 1)), st.sampled_from(["IR", "AF"]))
def test_so_is_persian(day: date, country: str) -> None:
    shown = long_date(day, profile("fa", country))

    assert parse(shown, zone=timezone.utc).date() == day  # noqa: UP017


@pytest.mark.parametrize(
    ("language", "region"),
    [("xx", ""), ("ar", "XX"), ("ar", "ZZ"), ("ar", "Egypt"), ("ar_EG", ""), ("", "EG")],
)
def test_what_is_no_language_or_country(language: str, region: str) -> None:
    with pytest.raises(ValueError):
        profile(language, region)

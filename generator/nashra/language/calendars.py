"""The three calendars that newsrooms date by: the Gregorian, Umm al-Qura's and Persia's.

Hijri days are those of Umm al-Qura's published tables, 1343 to 1500 AH (1 August 1924 to
16 November 2077); before and after, nothing was published and nothing is guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from nashra.language.direction import of_language

GREGORIAN, HIJRI, JALALI = "gregorian", "hijri", "jalali"
CALENDARS = (GREGORIAN, HIJRI, JALALI)
LONGEST_MONTH = 31
"""Days; Umm al-Qura's too has months of 31, and of 28, among its first twenty-two years."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a calendar counts it; months from 1."""

    year: int
    month: int
    day: int


def reckon(day: date, calendar: str) -> Day | None:
    """Give a day as a calendar counts it, or nothing where the calendar does not reach."""
    try:
        if calendar == HIJRI:
            hijri = Gregorian(day.year, day.month, day.day).to_hijri()
            return Day(hijri.year, hijri.month, hijri.day)
        if calendar == JALALI:
            jalali = JalaliDate(day)  # type: ignore[no-untyped-call]
            return Day(jalali.year, jalali.month, jalali.day)
    except (OverflowError, ValueError):
        return None
    return Day(day.year, day.month, day.day)


def gregorian(day: Day, calendar: str) -> date:
    """Give the Gregorian date of a day of a calendar.

    Raises:
        ValueError: there is no such day, or the calendar does not reach there.

    """
    try:
        if calendar == HIJRI:
            found = Hijri(day.year, day.month, day.day).to_gregorian()
            return date(found.year, found.month, found.day)
        if calendar == JALALI:
            return JalaliDate(day.year, day.month, day.day).to_gregorian()  # type: ignore[no-untyped-call]
        return date(day.year, day.month, day.day)
    except OverflowError as error:
        raise ValueError(f"{calendar} does not reach {day.year}") from error


def month(year: int, number: int, calendar: str) -> list[date]:
    """Give the days of a month of a calendar, in order.

    Raises:
        ValueError: there is no such month, or the calendar does not reach there.

    """
    first = gregorian(Day(year, number, 1), calendar)
    days = [first]
    for after in range(1, LONGEST_MONTH):
        try:
            next_day = first + timedelta(days=after)
        except OverflowError:
            break
        found = reckon(next_day, calendar)
        if found is None or found.month != number:
            break
        days.append(next_day)
    return days


def month_name(number: int, calendar: str, *, language: str, country: str = "") -> str:
    """Give the name of a month of Umm al-Qura's calendar or Persia's, as a language writes it."""
    names = _HIJRI if calendar == HIJRI else _JALALI
    fallback = ("ar" if calendar == HIJRI else "fa") if of_language(language) == "rtl" else "en"
    return (names.get(f"{language}_{country}") or names.get(language) or names[fallback])[
        number - 1
    ]


def all_month_names() -> list[tuple[str, str, int]]:
    """Give every name of a Hijri or Jalali month with its calendar and number."""
    return [
        (name, calendar, number)
        for calendar, names in ((HIJRI, _HIJRI), (JALALI, _JALALI))
        for written in (*names.values(), *(_ALSO if calendar == HIJRI else ()))
        for number, name in enumerate(written, 1)
        if name
    ]


ERAS = {"ar": "هـ", "fa": "ق", "ur": "ہجری", "fr": "de l’hégire", "he": "להיג׳רה"}
"""What stands after a year of the Hijri calendar; in other languages it is `AH`."""

_HIJRI = {
    "ar": (
        "محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة",
        "رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة",
    ),
    "fa": (
        "محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاول", "جمادی‌الثانی",
        "رجب", "شعبان", "رمضان", "شوال", "ذیقعده", "ذیحجه",
    ),
    "ur": (
        "محرم", "صفر", "ربیع الاول", "ربیع الثانی", "جمادی الاول", "جمادی الثانی",
        "رجب", "شعبان", "رمضان", "شوال", "ذوالقعدہ", "ذوالحجہ",
    ),
    "en": (
        "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Akhir", "Jumada al-Ula",
        "Jumada al-Akhira", "Rajab", "Shaaban", "Ramadan", "Shawwal", "Dhu al-Qaada",
        "Dhu al-Hijja",
    ),
    "fr": (
        "mouharram", "safar", "rabia al-awal", "rabia ath-thani", "joumada al-oula",
        "joumada ath-thania", "rajab", "chaabane", "ramadan", "chawwal", "dhou al-qida",
        "dhou al-hijja",
    ),
    "he": (
        "מוחרם", "צפר", "רביע אל-אוול", "רביע א-ת׳אני", "ג׳ומאדא אל-אולא", "ג׳ומאדא א-ת׳אניה",
        "רג׳ב", "שעבאן", "רמדאן", "שוואל", "ד׳ו אל-קעדה", "ד׳ו אל-חיג׳ה",
    ),
}  # fmt: skip
_ALSO = (
    ("محرم الحرام", "صفر الخير", "", "ربيع الثاني", "جمادى الأول", "جمادى الثانية",
     "", "", "رمضان المبارك", "", "ذي القعدة", "ذي الحجة"),
    ("المحرم", "", "", "", "", "جمادى الآخر", "", "", "", "", "", ""),
    ("", "", "", "", "", "جمادى الثاني", "", "", "", "", "", ""),
)  # fmt: skip
"""Other names that Arabic writers use."""
_JALALI = {
    "fa": (
        "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
        "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
    ),
    "fa_AF": (
        "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله",
        "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت",
    ),
    "en": (
        "Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar",
        "Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand",
    ),
}  # fmt: skip

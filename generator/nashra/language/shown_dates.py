"""Dates and times as a site's readers expect them.

Patterns and names are Babel's, of Unicode's CLDR; calendars, digits and the clock are the
profile's. Every text is plain, without characters that change direction.
"""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache

from babel import Locale
from babel.dates import DateTimeFormat, tokenize_pattern

from nashra.language.calendars import (
    ERAS,
    GREGORIAN,
    HIJRI,
    Day,
    month,
    month_name,
    reckon,
)
from nashra.language.characters import DIRECTION_CONTROLS
from nashra.language.region import Profile

_OTHER_CALENDARS = {"full": "EEEE{comma} d MMMM y", "long": "d MMMM y", "month": "MMMM y"}
"""Patterns for the calendars of which Babel has none."""
_NO_BREAK = "\u00a0"
"""Between a number and the sign that belongs to it: neither begins a line alone."""
_COMMAS = {"ar": "،", "ur": "،", "en": ",", "he": ","}


@lru_cache(maxsize=8192)
def long_date(day: date, profile: Profile) -> str:
    """Give the day as a reader says it: «الاثنين، 23 نوفمبر 2026»."""
    return _shown(day, profile, "full")


@lru_cache(maxsize=8192)
def short_date(day: date, profile: Profile) -> str:
    """Give the day without its name, for cards: «23 نوفمبر 2026»."""
    return _shown(day, profile, "long")


@lru_cache(maxsize=8192)
def second_date(day: date, profile: Profile) -> str:
    """Give the day by the profile's second calendar, or nothing: «13 جمادى الآخرة 1448 هـ».

    There is none either on days that one of the two calendars does not reach: the first date is
    the Gregorian then.
    """
    if not profile.beside:
        return ""
    first, second = reckon(day, profile.calendar), reckon(day, profile.beside)
    if first is None or second is None:
        return ""
    return _written(day, second, profile.beside, profile, "long")


def clock(moment: time, profile: Profile) -> str:
    """Give the time of day: «2:05 م», or «14:05»; no line breaks between its parts."""
    return _clock(moment.hour, moment.minute, profile)


def month_title(year: int, number: int, profile: Profile) -> str:
    """Give the name and year of a month of the profile's calendar: «نوفمبر 2026».

    Raises:
        ValueError: there is no such month, or the calendar does not reach there.

    """
    first = month(year, number, profile.calendar)[0]
    return _written(first, Day(year, number, 1), profile.calendar, profile, "month")


def weekdays(profile: Profile) -> tuple[str, ...]:
    """Give the names of the seven days in the week's order, for the head of a calendar."""
    # Not Babel's stand-alone names: in Babel 2.18 they come out in the language asked for first.
    names = _locale(profile.locale).days["format"]["wide"]
    return tuple(names[(profile.week_start + at) % 7] for at in range(7))


def weeks(year: int, number: int, profile: Profile) -> tuple[tuple[date | None, ...], ...]:
    """Give the weeks of a month of the profile's calendar, seven places each.

    A place holds its day, as a Gregorian `date`, or nothing where it belongs to another month.

    Raises:
        ValueError: there is no such month, or the calendar does not reach there.

    """
    days = month(year, number, profile.calendar)
    before = (days[0].weekday() - profile.week_start) % 7
    places: list[date | None] = [None] * before + [*days]
    places += [None] * (-len(places) % 7)
    return tuple(tuple(places[at : at + 7]) for at in range(0, len(places), 7))


def _shown(day: date, profile: Profile, length: str) -> str:
    found = reckon(day, profile.calendar)
    if found is None:
        return _written(day, Day(day.year, day.month, day.day), GREGORIAN, profile, length)
    return _written(day, found, profile.calendar, profile, length)


def _written(day: date, found: Day, calendar: str, profile: Profile, length: str) -> str:
    values = {
        "y": _year(found.year, calendar, profile),
        "d": "1er" if profile.language == "fr" and found.day == 1 else str(found.day),
        "MMMM": _month(found.month, calendar, profile),
        "EEEE": _locale(profile.locale).days["format"]["wide"][day.weekday()],
    }
    parts = [
        text if plain else values.get(text) or DateTimeFormat(day, _locale(profile.locale))[text]
        for plain, text in _pattern(profile, length, own=calendar == GREGORIAN)
    ]
    return profile.numerals.text(DIRECTION_CONTROLS.sub("", "".join(parts)))


def _year(year: int, calendar: str, profile: Profile) -> str:
    """Give a year, with its era where two calendars that write alike could be meant."""
    if calendar == HIJRI:
        return f"{year}{_NO_BREAK}{ERAS.get(profile.language, 'AH')}"
    if calendar == GREGORIAN and profile.calendar == HIJRI and profile.language == "ar":
        return f"{year}{_NO_BREAK}م"
    return str(year)


def _month(number: int, calendar: str, profile: Profile) -> str:
    if calendar != GREGORIAN:
        return month_name(number, calendar, language=profile.language, country=profile.country)
    names = [_locale(each).months["format"]["wide"][number] for each in profile.months]
    return "/ ".join(dict.fromkeys(names))


@lru_cache(maxsize=256)
def _pattern(profile: Profile, length: str, *, own: bool) -> tuple[tuple[bool, str], ...]:
    """Give a pattern's parts: whether each is plain text, and the text or the field's letters."""
    locale = _locale(profile.locale)
    if not own:
        comma = _COMMAS.get(profile.language, "")
        pattern = _OTHER_CALENDARS[length].format(comma=comma)
    elif length == "month":
        skeleton = locale.datetime_skeletons.get("yMMMM")
        pattern = skeleton.pattern if skeleton else _OTHER_CALENDARS["month"]
    else:
        pattern = locale.date_formats[length].pattern
    return tuple(
        (True, value) if isinstance(value, str) else (False, value[0] * value[1])
        for _, value in tokenize_pattern(pattern)
    )


@lru_cache(maxsize=2048)
def _clock(hour: int, minute: int, profile: Profile) -> str:
    if profile.hours == 24:  # noqa: PLR2004
        return profile.numerals.text(f"{hour:02}:{minute:02}")
    halves = _locale(profile.locale).day_periods["format"]["abbreviated"]
    half = halves["am" if hour < 12 else "pm"]  # noqa: PLR2004
    return profile.numerals.text(f"{hour % 12 or 12}:{minute:02}{_NO_BREAK}{half}")


@lru_cache(maxsize=64)
def _locale(identifier: str) -> Locale:
    return Locale.parse(identifier)

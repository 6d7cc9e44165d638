"""Dates as newsrooms write them, read in whatever spelling and calendar."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo

from nashra.language.calendars import Day, all_month_names, gregorian
from nashra.language.characters import INVISIBLE, TATWEEL
from nashra.language.digits import to_latin
from nashra.language.folding import fold

_MONTH_NAMES = (
    ("يناير", "كانون الثاني", "جانفي", "january", "jan"),
    ("فبراير", "شباط", "فيفري", "february", "feb"),
    ("مارس", "آذار", "march", "mar"),
    ("أبريل", "إبريل", "نيسان", "أفريل", "april", "apr"),
    ("مايو", "أيار", "ماي", "may"),
    ("يونيو", "يونيه", "حزيران", "جوان", "june", "jun"),
    ("يوليو", "يوليه", "تموز", "جويلية", "يوليوز", "july", "jul"),
    ("أغسطس", "آب", "أوت", "غشت", "أغشت", "august", "aug"),
    ("سبتمبر", "أيلول", "شتنبر", "شتمبر", "september", "sep"),
    ("أكتوبر", "تشرين الأول", "october", "oct"),
    ("نوفمبر", "تشرين الثاني", "نونبر", "november", "nov"),
    ("ديسمبر", "كانون الأول", "دجنبر", "دجمبر", "december", "dec"),
)
MONTHS = {fold(name): number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
"""The number of each month by its folded name, in the Mashriq's, the Levant's and the Maghreb's."""
_OTHER_MONTHS = {fold(name): (calendar, number) for name, calendar, number in all_month_names()}
"""The calendar and number of each Hijri and Jalali month by its folded name."""

_LONGEST = 120
"""Characters: more than any date needs, and too few for a pattern to lose time on."""
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_NAMED = re.compile(
    r"(?:[^\d\s]+\s+)?(\d{1,2})\s+([^\d]+?)[،,]?\s+(\d{4})(?:\s?(?:م|هـ?|ق|AH)(?!\w))?"
)
_CLOCK = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm|ص|م)?\s*(z|utc|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)


def parse(text: str, *, zone: tzinfo) -> datetime:
    """Read a date, with or without a time, in any of the spellings that newsrooms use.

    `2026-11-23`, `2026-11-23T09:30:00+02:00`, `٢٠٢٦/١١/٢٣ ٩:٣٠ م`, `23/11/2026`,
    `٢٣ نوفمبر/ تشرين الثاني ٢٠٢٦`; and by the month's name in Umm al-Qura's calendar and Persia's:
    `١٣ جمادى الآخرة ١٤٤٨ هـ`, `۲ آذر ۱۴۰۵`. Where no offset is written, the moment is in `zone`.

    Raises:
        ValueError: the text is not a date, or no such day exists.

    """
    written = to_latin(INVISIBLE.sub("", text).replace(TATWEEL, "")).strip()
    if len(written) > _LONGEST:
        raise ValueError(f"not a date: {written[:_LONGEST]!r}")
    day, rest = _day(written)
    clock, offset = _clock(rest)
    return datetime.combine(day, clock, tzinfo=offset or zone)


def _day(written: str) -> tuple[date, str]:
    if match := _YEAR_FIRST.match(written):
        year, month, day = map(int, match.groups())
        found = date(year, month, day)
    elif match := _DAY_FIRST.match(written):
        day, month, year = map(int, match.groups())
        found = date(year, month, day)
    elif match := _NAMED.match(written):
        found = _named(int(match[1]), match[2], int(match[3]))
    else:
        raise ValueError(f"not a date: {written!r}")
    rest = written[match.end() :]
    if rest[:1].isdigit():
        raise ValueError(f"not a date: {written!r}")
    return found, rest.lstrip(" \t\u00a0\u202ftT،,-")


def _named(day: int, month: str, year: int) -> date:
    if other := _OTHER_MONTHS.get(fold(month)):
        calendar, number = other
        return gregorian(Day(year, number, day), calendar)
    return date(year, _month(month), day)


def _month(written: str) -> int:
    numbers = {MONTHS.get(fold(name), 0) for name in re.split(r"[/()]", written) if name.strip()}
    if len(numbers) != 1 or 0 in numbers:
        raise ValueError(f"not a month: {written!r}")
    return numbers.pop()


def _clock(written: str) -> tuple[time, tzinfo | None]:
    if not written:
        return time(), None
    match = _CLOCK.fullmatch(written)
    if match is None:
        raise ValueError(f"not a time: {written!r}")
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").lower()
    if half in {"pm", "م"} and hour < 12:  # noqa: PLR2004
        hour += 12
    elif half in {"am", "ص"} and hour == 12:  # noqa: PLR2004
        hour = 0
    return time(hour, minute, second), _offset(match[5])


def _offset(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written.lower() in {"z", "utc"}:
        return timezone.utc  # noqa: UP017
    sign = -1 if written[0] == "-" else 1
    digits = written[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:])
    if minutes > 59:  # noqa: PLR2004
        raise ValueError(f"not an offset: {written!r}")
    return timezone(sign * timedelta(hours=hours, minutes=minutes))

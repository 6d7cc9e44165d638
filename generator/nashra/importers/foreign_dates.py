"""Dates as the front matter of other generators has them, in more forms than newsrooms use."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone

from nashra.language import dates
from nashra.language.calendars import Day, gregorian
from nashra.language.characters import INVISIBLE
from nashra.language.digits import to_latin

_SITES_OWN = timezone(timedelta(0), "the site's")
"""What stands for the site's zone until the import knows it."""
_LONGEST = 120
_DAY = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(
    r"(?:[A-Za-z]{3,9},?[ ])?([A-Za-z]{3,9})\.?[ ](\d{1,2})(?:st|nd|rd|th)?,?[ ](\d{4})(.*)"
)
_ZONE_NAME = re.compile(r"[ ]?(?:UTC|GMT)(?=[ ]?[+-]\d)[ ]?")
_NOTE = re.compile(r"[ ]*\([^()]*\)$")
_SHORT_OFFSET = re.compile(r"(?<=\d)[ ]?([+-])(\d{1,2})$")
_EARLIEST_HIJRI, _LATEST_HIJRI = 1200, 1500
"""The years that are of no Gregorian story."""


def parse(written: str, *, is_persian: bool) -> datetime:
    """Read a date; the moment has no zone where none is written.

    A year between 1200 and 1500 is of the solar calendar in a Persian text, of the lunar in others.

    Raises:
        ValueError: the text is not a date, or no such day exists.

    """
    text = to_latin(INVISIBLE.sub("", written)).strip()
    if len(text) > _LONGEST:
        raise ValueError(f"not a date: {text[:_LONGEST]!r}")
    text = _DAY.sub(lambda found: _in_our_calendar(found, is_persian=is_persian), text, count=1)
    if found := _MONTH_FIRST.fullmatch(text):
        text = f"{found[2]} {found[1]} {found[3]}{found[4]}"
    text = _ZONE_NAME.sub("", _NOTE.sub("", text)).removesuffix("GMT").strip()
    if ":" in text:
        text = _SHORT_OFFSET.sub(lambda end: f"{end[1]}{int(end[2]):02}:00", text)
    moment = dates.parse(text, zone=_SITES_OWN)
    return moment.replace(tzinfo=None) if moment.tzinfo is _SITES_OWN else moment


def _in_our_calendar(found: re.Match[str], *, is_persian: bool) -> str:
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if not _EARLIEST_HIJRI <= year <= _LATEST_HIJRI:
        return found[0]
    return gregorian(Day(year, month, day), "jalali" if is_persian else "hijri").isoformat()

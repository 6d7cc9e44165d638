"""The dates that stand over a story's text: alone on a line, or after the dateline's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from nashra.language import dates
from nashra.language.digits import to_latin

_SITE = timezone(timedelta(0), "site")
"""What a moment is in of which the copy names no zone."""
_LONGEST = 90
_EARLIEST = 1900
"""A year before it is another calendar's, written in figures: nobody can be sure which."""
_WEEKDAYS = (
    "السبت|الأحد|الاحد|الإثنين|الاثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|"
    "شنبه|یکشنبه|دوشنبه|سه‌شنبه|سه شنبه|چهارشنبه|پنجشنبه|پنج‌شنبه|جمعه"
)
_SAYS_DATE = re.compile(
    r"(?P<updated>آخر تحديث|آخر تعديل|تاريخ التحديث|تاريخ التعديل|تم التحديث|حُدّث|حدث)?"
    r"(?:تاريخ النشر|تم النشر|نُشر|نُشرت|نشر|نشرت|التاريخ|تاريخ|بتاريخ|انتشار|تاریخ انتشار)?"
    r"\s*(?:في|يوم)?\s*[:：]?\s*"
)
_WEEKDAY = re.compile(rf"(?:يوم\s+)?(?:{_WEEKDAYS})\s*[،,]?\s*")
_BETWEEN = re.compile(r"\s*[|–—-]\s+|\s*[،,]?\s+(?:على\s+)?الساعة\s*:?\s*")
_SAME_DAY = re.compile(r"\s*(?:الموافق(?:\s+لـ?)?|هـ\s*/|/\s*(?=\d{1,2}\s+\D)|=)\s*")
_GREENWICH = re.compile(r"\s*(?:بتوقيت )?(?:غرينتش|جرينتش|GMT)\s*$", re.IGNORECASE)
_BEFORE_DAY = re.compile(rf"[\s،,]*(?:(?:في|يوم)\s*)?(?:{_WEEKDAYS})?[\s،,]*$")
_IN_AGENCY_LINE = re.compile(
    r"(?P<place>[^\d:]{2,40}?)[\s،,]+(?P<date>\d.{5,60}?\d{4}(?:\s*(?:هـ|ه|م)(?!\w))?)"
    r"[\s،,.–—-]*(?P<agency>[^\d:]{0,30})"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A moment that a line names, without a zone where the line names none."""

    moment: datetime
    is_update: bool = False
    """Whether it says when the story was last changed."""


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """The line that some agencies write over a story."""

    place: str
    day: str
    """As it is written."""
    moment: datetime
    agency: str


def date_of(line: str) -> Said | None:
    """Give the moment that a line says, if it says nothing else."""
    text = line.strip(" .()[]")
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return None
    says = _SAYS_DATE.match(text)
    is_update = bool(says and says["updated"])
    moment = _moment(text[says.end() :] if says else text) or _moment(text)
    return Said(moment, is_update) if moment else None


def agency_line(line: str) -> AgencyLine | None:
    """Take a line apart such as «القاهرة 26 شوال 1436 هـ الموافق 11 أغسطس 2015 م واس»."""
    text = line.strip()
    found = _IN_AGENCY_LINE.fullmatch(to_latin(text)) if len(text) <= _LONGEST else None
    moment = _moment(found["date"]) if found else None
    if found is None or moment is None:
        return None
    place = _BEFORE_DAY.sub("", found["place"]).strip()
    return AgencyLine(place, text[len(place) : found.end("date")], moment, found["agency"].strip())


def _moment(text: str) -> datetime | None:
    """Give a day that may be named in two calendars; both must be the same or a day apart."""
    days = [day for part in _SAME_DAY.split(text.strip()) if (day := _parsed(part))]
    whole = _parsed(text)
    if whole or len(days) < len(_SAME_DAY.split(text.strip())):
        return whole
    last = days[-1]
    near = all(abs(day.date() - last.date()) <= timedelta(days=2) for day in days)
    return last if near else None


def _parsed(text: str) -> datetime | None:
    text = _GREENWICH.sub(" UTC", _BETWEEN.sub(" ", _WEEKDAY.sub("", text.strip(), count=1)))
    try:
        moment = dates.parse(text.strip(" ،,"), zone=_SITE)
    except ValueError:
        return None
    if moment.year < _EARLIEST:
        return None
    return moment.replace(tzinfo=None) if moment.tzinfo is _SITE else moment

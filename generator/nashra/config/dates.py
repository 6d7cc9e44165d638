"""`dates:` of `config.yaml`: where a newsroom writes dates and numbers unlike its country."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from nashra import schema
from nashra.errors import Problem, Words
from nashra.language import region
from nashra.language.calendars import GREGORIAN, HIJRI, JALALI
from nashra.language.digits import to_latin
from nashra.language.folding import fold
from nashra.language.region import DUAL, Profile

Meaning = TypeVar("Meaning", str, int)

_DIGITS = {
    "latn": ("latin", "لاتينية", "غربية", "0123456789", "123"),
    "arab": ("arabic", "عربية", "هندية", "مشرقية"),
    "arabext": ("persian", "فارسية"),
}
_CALENDARS = {
    GREGORIAN: ("ميلادي", "الميلادي"),
    HIJRI: ("هجري", "الهجري", "أم القرى"),
    JALALI: ("شمسي", "الشمسي", "هجري شمسي", "persian"),
}
_BESIDE = {**_CALENDARS, "none": ("no", "لا", "لا شيء", "بلا")}
_HOURS = {12: ("12", "12h"), 24: ("24", "24h")}
_WEEK = {
    0: ("monday", "الاثنين", "الإثنين"),
    1: ("tuesday", "الثلاثاء"),
    2: ("wednesday", "الأربعاء"),
    3: ("thursday", "الخميس"),
    4: ("friday", "الجمعة"),
    5: ("saturday", "السبت"),
    6: ("sunday", "الأحد"),
}
_DUAL_NAMES = frozenset({DUAL, fold("مزدوجة"), fold("اسمان")})

NAMES = {
    "الأرقام": "digits",
    "الشهور": "months",
    "التقويم": "calendar",
    "معه": "beside",
    "الساعة": "clock",
    "أول_الأسبوع": "week_start",
}
"""The Arabic names of the keys below `dates`."""


def _choice(choices: dict[Meaning, tuple[str, ...]]) -> BeforeValidator:
    """Read one of a few words, in Arabic or English, whatever its spelling."""
    known = {fold(str(value)): value for value in choices}
    known |= {fold(word): value for value, words in choices.items() for word in words}
    listed = "، ".join(words[1] if len(words) > 1 else words[0] for words in choices.values())
    english = ", ".join(
        str(value) if isinstance(value, str) else words[0] for value, words in choices.items()
    )

    def read(written: object) -> object:
        found = known.get(fold(to_latin(str(written))))
        if found is None:
            raise ValueError(Words(f"اكتب واحدا من: {listed}.", f"Write one of: {english}."))
        return found

    return BeforeValidator(read)


class DatesEntry(BaseModel):
    """What may stand below `dates`; a key that is not written is the country's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    digits: Annotated[str, _choice(_DIGITS)] = ""
    months: str = ""
    calendar: Annotated[str, _choice(_CALENDARS)] = ""
    beside: Annotated[str, _choice(_BESIDE)] = ""
    clock: Annotated[int, _choice(_HOURS)] = 0
    week_start: Annotated[int, _choice(_WEEK)] | None = None


def profile(language: str, country: str, entry: DatesEntry) -> Profile:
    """Give how the site writes dates and numbers: its country's way, save what the entry says.

    Raises:
        ValueError: there is no such language, country or choice of names of months.

    """
    found = region.profile(language, country)
    if entry.digits:
        found = replace(found, numerals=region.numerals(found.locale, entry.digits))
    if entry.months:
        choice = DUAL if fold(entry.months) in _DUAL_NAMES else entry.months
        found = replace(found, months=region.months(found.locale, choice))
    if entry.clock:
        found = replace(found, hours=entry.clock)
    if entry.week_start is not None:
        found = replace(found, week_start=entry.week_start)
    calendar = entry.calendar or found.calendar
    beside = entry.beside or found.beside
    return replace(found, calendar=calendar, beside="" if beside in {"none", calendar} else beside)


def month_problems(
    written: schema.Written, language: str, country: str, entry: DatesEntry
) -> list[Problem]:
    """Tell whether the choice of names of months is one that the language does not have."""
    try:
        profile(language, country, entry)
    except ValueError:
        path = next(
            (path for path in written.lines if len(path) > 1 and path[1] in {"months", "الشهور"}),
            ("dates",),
        )
        return [
            written.problem(
                path,
                Words(
                    f"لا تُعرف أسماء شهور «{entry.months}» في اللغة «{language}».",
                    f"Unknown names of months “{entry.months}” in language “{language}”.",
                ),
                Words(
                    "اكتب رمز بلد مثل LB، أو «مزدوجة» بالعربية وحدها.",
                    "Write a country's code such as LB, or, in Arabic alone, dual.",
                ),
            )
        ]
    return []

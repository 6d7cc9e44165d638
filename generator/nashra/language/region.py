"""What a country and a language decide about dates and numbers.

Names, patterns, weeks and separators are those of Unicode's CLDR, by Babel. Where newsrooms do
otherwise, this module says so and why; a site may say otherwise again (`dates:` of `config.yaml`).

- Digits. CLDR gives ar_EG, ar_SA and the Levant Arabic-Indic digits; most newsrooms online print
  Latin ones, which every reader of Arabic knows, and so does this program. Urdu's papers print
  Latin digits on both sides of the border. Persian has its own.
- The clock. CLDR 47 gives Algeria and Tunisia twelve hours; like Morocco they read 14:05. Urdu has
  no short words of its own for the halves of the day, and `PM` has no place in its script: 24.
- The Hijri calendar beside the Gregorian, for Arabic in Saudi Arabia: it is the calendar of the
  state by article 2 of its Basic Law of Governance, and its newspapers print both dates.
- Jalali for Persian: the civil calendar of Iran, and of Afghanistan with names of its own.
- Hebrew: the Gregorian alone, as its newspapers date their stories.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from nashra.language.calendars import GREGORIAN, HIJRI, JALALI
from nashra.language.digits import FAMILIES, Numerals

_LATIN_DIGITS = frozenset({"ar", "ur"})
_FULL_DAY_COUNTRIES = frozenset({"DZ", "EH", "MA", "TN"})
_FULL_DAY_LANGUAGES = frozenset({"ur"})
_LEVANT = "ar_SY"
_MASHRIQ = "ar_EG"
_GROUPS = {"arab": "٬", "arabext": "٬"}
_NO_COUNTRY = "ZZ"
DUAL = "dual"
"""Two names for each month: «نوفمبر/ تشرين الثاني»."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How a newsroom writes dates, times and numbers."""

    language: str
    country: str
    """Two letters; where a site names none, the country of most of the language's speakers."""
    locale: str
    """The locale by which Babel knows the language as this country writes it."""
    numerals: Numerals
    months: tuple[str, ...]
    """The locales whose names of Gregorian months are shown, one or two."""
    calendar: str = GREGORIAN
    beside: str = ""
    """The calendar of a second date, or nothing."""
    hours: int = 24
    """12 or 24."""
    week_start: int = 0
    """The first day of the week, 0 for Monday to 6 for Sunday, as `date.weekday` counts."""


@lru_cache(maxsize=64)
def profile(language: str, region: str = "") -> Profile:
    """Give what a language and a country's code decide; `region` may be empty.

    Raises:
        ValueError: there is no such language, or no such country.

    """
    locale = _locale(language, region)
    if locale is None:
        raise ValueError(f"unknown language {language!r} or region {region!r}")
    country = region.upper() or _likely_country(language)
    known = str(locale)
    return Profile(
        language=language,
        country=country,
        locale=known,
        numerals=numerals(known, _digits(language, locale)),
        months=(known,),
        calendar=JALALI if language == "fa" else GREGORIAN,
        beside=HIJRI if (language, country) == ("ar", "SA") else "",
        hours=24 if _whole_day(language, country, locale) else 12,
        week_start=(_locale("und", country) or locale).first_week_day,
    )


def numerals(locale: str, family: str) -> Numerals:
    """Give how numbers are written in a family of digits where a locale is at home."""
    symbols = Locale.parse(locale).number_symbols
    group = symbols.get(family, {}).get("group") or _GROUPS.get(family, ",")
    return Numerals(family, group)


def months(locale: str, choice: str) -> tuple[str, ...]:
    """Give the locales of the names of months, by a choice: `dual`, or the code of a country.

    Two names are the country's own and then the Levant's; in the Levant, the Mashriq's.

    Raises:
        ValueError: the names of months in this language have no such choice.

    """
    language = locale.partition("_")[0]
    if choice == DUAL:
        if language != "ar":
            raise ValueError(f"no second names of months in {language!r}")
        first = Locale.parse(locale).months["format"]["wide"]
        same = first == Locale.parse(_LEVANT).months["format"]["wide"]
        return (locale, _MASHRIQ if same else _LEVANT)
    chosen = _locale(language, choice) if choice else None
    if chosen is None:
        raise ValueError(f"unknown country {choice!r}")
    return (str(chosen),)


def _locale(language: str, region: str) -> Locale | None:
    """Give the locale that CLDR has for a language in a country, else the language at large."""
    if not language.isalpha() or (region and not (region.isalpha() and len(region) == 2)):  # noqa: PLR2004
        return None
    at_large = _parsed(language if language != "und" else f"und_{region.upper()}")
    if at_large is None or not region or language == "und":
        return at_large
    country = region.upper()
    own = _parsed(f"{language}_{country}") if country != _NO_COUNTRY else None
    if own or country == _NO_COUNTRY or country not in Locale("en").territories:
        return own
    return _parsed(f"{language}_001") or at_large


def _parsed(identifier: str) -> Locale | None:
    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        return None


def _likely_country(language: str) -> str:
    likely: str = get_global("likely_subtags").get(language, "")
    return likely.rpartition("_")[2]


def _digits(language: str, locale: Locale) -> str:
    family = locale.default_numbering_system
    return "latn" if language in _LATIN_DIGITS or family not in FAMILIES else family


def _whole_day(language: str, country: str, locale: Locale) -> bool:
    if country in _FULL_DAY_COUNTRIES or language in _FULL_DAY_LANGUAGES:
        return True
    return "a" not in locale.time_formats["short"].pattern

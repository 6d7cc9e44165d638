"""What the archives by date have in common: where they lie, and what they are called.

Months and days are those of the stories' own addresses, so they are Gregorian on every site.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nashra.config import Identity
from nashra.language.calendars import GREGORIAN
from nashra.language.region import Profile
from nashra.language.shown_dates import month_title


def address(day_or_month: str) -> str:
    """Give where the archive of `2026-11` or of `2026-11-23` lies, from the edition's root."""
    return f"/archive/{day_or_month.replace('-', '/')}/"


def profile(identity: Identity) -> Profile:
    """Give the site's way of writing dates, in the calendar of its addresses."""
    return replace(identity.profile, calendar=GREGORIAN, beside="")


def title(month: str, identity: Identity) -> str:
    """Give a month such as `2026-11` with its year: «نوفمبر 2026»."""
    year, number = map(int, month.split("-"))
    return month_title(year, number, profile(identity))


def month_name(month: str, identity: Identity) -> str:
    """Give a month's name without its year."""
    year = identity.profile.numerals.text(month[:4])
    return title(month, identity).replace(year, "").strip()


def month_of(day: date) -> str:
    """Give the month of a day, as `2026-11`."""
    return f"{day.year:04}-{day.month:02}"

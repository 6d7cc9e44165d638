"""How each language writes its quotations and its signs.

Sources: W3C, "Arabic & Persian Layout Requirements", for Arabic script; CLDR's delimiters for
Urdu; the Academy of the Hebrew Language for „ ” and for gershayim.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Manner:
    """A language's signs."""

    script: Literal["arabic", "hebrew", "latin"]
    outer: tuple[str, str] | None = None
    """What opens and closes a quotation; none where straight quotes are left alone."""
    inner: tuple[str, str] | None = None
    """The same for a quotation in another."""
    signs: dict[str, str] = field(default_factory=dict)
    """What takes the place of Latin signs after the language's own letters."""
    full_stop: str = ""
    """What ends a sentence, where it is not a dot."""
    spaced_signs: bool = False
    """Whether `;` `:` `!` `?` have a space before them, as French has."""
    units: tuple[str, ...] = ()
    """Short names of units, which stay on their number's line."""


_METRIC = ("km", "kg", "cm", "mm", "m", "g", "GB", "MB", "TB", "kWh", "MW", "GW")
_ARABIC_SIGNS = {",": "،", ";": "؛", "?": "؟"}
_ARABIC_UNITS = (
    "كم", "كلم", "سم", "ملم", "مم", "متر", "مترا", "كغ", "كلغ", "كجم", "غ",
    "غرام", "غراما", "طن", "طنا", "لتر", "لترا",
    "دولار", "دولارا", "يورو", "ريال", "ريالا", "درهم", "درهما",
    "دينار", "دينارا", "جنيه", "جنيها", "ليرة",
    "درجة", "هـ",
)  # fmt: skip
_PERSIAN_UNITS = (
    "کیلومتر", "کیلوگرم", "متر", "سانتی‌متر", "گرم", "تن", "لیتر", "تومان",
    "ریال", "دلار", "یورو", "درصد", "درجه",
)  # fmt: skip
_URDU_UNITS = ("کلومیٹر", "کلو", "میٹر", "گرام", "لیٹر", "روپے", "ڈالر", "فیصد")
_HEBREW_UNITS = (
    "ק״מ",
    'ק"מ',
    "ק״ג",
    'ק"ג',
    "מטר",
    "ס״מ",
    'ס"מ',
    "גרם",
    "ליטר",
    "ש״ח",
    'ש"ח',
    "שקל",
    "דולר",
    "אחוז",
)

_ARABIC = Manner("arabic", ("«", "»"), ("“", "”"), _ARABIC_SIGNS, units=_ARABIC_UNITS)
_PERSIAN = Manner("arabic", ("«", "»"), ("“", "”"), _ARABIC_SIGNS, units=_PERSIAN_UNITS)
_URDU = Manner("arabic", ("”", "“"), ("’", "‘"), _ARABIC_SIGNS, "۔", units=_URDU_UNITS)
_HEBREW = Manner("hebrew", ("„", "”"), ("‚", "’"), units=_HEBREW_UNITS)
_ENGLISH = Manner("latin", ("“", "”"), ("‘", "’"), units=_METRIC)
_FRENCH = Manner("latin", ("«\u00a0", "\u00a0»"), ("“", "”"), spaced_signs=True, units=_METRIC)
_OTHER = Manner("latin", units=_METRIC)
_MANNERS = {
    "ar": _ARABIC, "ps": _ARABIC, "ckb": _ARABIC, "sd": _ARABIC, "ug": _ARABIC,
    "fa": _PERSIAN, "ur": _URDU, "he": _HEBREW, "yi": _HEBREW, "en": _ENGLISH, "fr": _FRENCH,
}  # fmt: skip


def manner_of(language: str) -> Manner:
    """Give the manner of a language tag such as `fa` or `en-GB`."""
    return _MANNERS.get(language.partition("-")[0].lower(), _OTHER)

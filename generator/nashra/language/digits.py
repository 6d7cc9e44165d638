"""The three families of digits that Arabic-script text uses, and numbers written in one of them."""

from __future__ import annotations

from dataclasses import dataclass

_LATIN = "0123456789"
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_TO_LATIN = str.maketrans(_ARABIC_INDIC + _PERSIAN, _LATIN * 2)
_FAMILIES = {
    "latn": str.maketrans("", ""),
    "arab": str.maketrans(_LATIN, _ARABIC_INDIC),
    "arabext": str.maketrans(_LATIN, _PERSIAN),
}
FAMILIES = frozenset(_FAMILIES)
"""The families by the names that Unicode's CLDR gives its numbering systems."""


def to_latin(text: str) -> str:
    """Give the text with every digit as 0 to 9."""
    return text.translate(_TO_LATIN)


def in_family(text: str, family: str) -> str:
    """Give the text with its Latin digits in a family of Unicode's: `latn`, `arab`, `arabext`.

    Raises:
        KeyError: there is no such family.

    """
    return text.translate(_FAMILIES[family])


@dataclass(frozen=True, slots=True)
class Numerals:
    """How a site writes numbers, so that one family of digits stands on its pages."""

    family: str = "latn"
    group: str = ","
    """What parts thousands: `1,234`, `١٬٢٣٤`."""

    def number(self, value: int) -> str:
        """Give a count, its thousands parted."""
        return in_family(f"{value:,}".replace(",", self.group), self.family)

    def text(self, written: str) -> str:
        """Give a text with its Latin digits in the family: the numbers of a date, a time."""
        return written if self.family == "latn" else in_family(written, self.family)

"""The three families of digits that Arabic-script text uses."""

from __future__ import annotations

_LATIN = "0123456789"
_ARABIC_INDIC = "٠١٢٣٤٥٦٧٨٩"
_PERSIAN = "۰۱۲۳۴۵۶۷۸۹"
_TO_LATIN = str.maketrans(_ARABIC_INDIC + _PERSIAN, _LATIN * 2)
_FAMILIES = {
    "latn": str.maketrans("", ""),
    "arab": str.maketrans(_LATIN, _ARABIC_INDIC),
    "arabext": str.maketrans(_LATIN, _PERSIAN),
}


def to_latin(text: str) -> str:
    """Give the text with every digit as 0 to 9."""
    return text.translate(_TO_LATIN)


def in_family(text: str, family: str) -> str:
    """Give the text with its Latin digits in a family of Unicode's: `latn`, `arab`, `arabext`."""
    return text.translate(_FAMILIES[family])

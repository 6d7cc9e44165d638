"""One form for words that readers take for the same."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import is_normalized, normalize

from nashra.language.characters import INVISIBLE, MARKS, TATWEEL
from nashra.language.words import words

SAME_LETTER = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
    "ؤ": "و", "ئ": "ي",
    "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ؠ": "ي", "ۓ": "ے",
    "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه",
    "ک": "ك", "ڪ": "ك",
    "ڤ": "ف", "ڥ": "ف",
    "ם": "מ", "ן": "נ", "ץ": "צ", "ף": "פ", "ך": "כ",
    "װ": "וו", "ױ": "וי", "ײ": "יי",
    **{digit: str(at % 10) for at, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")},
}  # fmt: skip
"""Each letter and digit that another stands for: plain data, which a browser may be given."""

HEBREW_ABBREVIATION = re.compile(
    "(?<=[\u05d0-\u05ea])[\"'\u05f3\u05f4\u2018-\u201d](?=[\u05d0-\u05ea])"
)
"""The geresh and gershayim inside a word, and what keyboards give in their stead."""

HAMZA_BEFORE_WAW = re.compile("[\u0621\u0626]\u0648(?=[\u0644\u0646\u0633\u0641])")
"""The hamza of مسئول, شئون, رءوس, رءوف, which Cairo writes so and others as مسؤول, شؤون, رؤوس."""

_TABLE = str.maketrans(SAME_LETTER)


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Give the form under which two spellings of one text are equal.

    Case, tashkeel, tatweel, hamza seats, ى and ي, ة and ه, Persian and Urdu letters, the final
    letters of Hebrew, digit families, punctuation and blanks make no difference. Folding twice
    gives what folding once gives.
    """
    if text.isascii():
        return " ".join(words(text.lower()))
    letters = normalize("NFKC", text).casefold()
    letters = INVISIBLE.sub("", MARKS.sub("", letters)).replace(TATWEEL, "")
    if not is_normalized("NFC", letters):
        letters = normalize("NFC", letters)
    letters = HAMZA_BEFORE_WAW.sub("وو", HEBREW_ABBREVIATION.sub("", letters))
    return " ".join(words(letters.translate(_TABLE)))

"""One form for words that readers take for the same."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from nashra.language.characters import INVISIBLE, MARKS, TATWEEL
from nashra.language.words import words

_SAME_LETTER = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",
        "ؤ": "و", "ئ": "ي",
        "ى": "ي", "ی": "ي", "ې": "ي",
        "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ک": "ك",
    }
)  # fmt: skip
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Give the form under which two spellings of one text are equal.

    Case, tashkeel, tatweel, hamza seats, ى and ي, ة and ه, Persian letters, digit families,
    punctuation and blanks make no difference. Folding twice gives what folding once gives.
    """
    letters = unicodedata.normalize("NFKC", text).casefold()
    letters = INVISIBLE.sub("", MARKS.sub("", letters)).replace(TATWEEL, "")
    letters = unicodedata.normalize("NFC", letters).translate(_SAME_LETTER).translate(_DIGITS)
    return " ".join(words(letters))

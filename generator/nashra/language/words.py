"""Where words begin and end."""

from __future__ import annotations

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[\W_]+")
_ONLY_COMMON = re.compile(
    r"[\x00-\u02ff\u0370-\u0482\u048a-\u058f\u05d0-\u06ff\u2000-\u20cf\u2100-\u2bff]*\Z"
)
"""Stretches of Unicode that hold no combining marks but those that folding takes off before."""


def words(text: str) -> list[str]:
    """Give the words of a text: runs of letters, digits and the marks that belong to them."""
    if _ONLY_COMMON.match(text):
        return [word for word in _NOT_A_WORD.split(text) if word]
    return words_with_marks(text)


def words_with_marks(text: str) -> list[str]:
    """Give the words of a text whose marks were left on their letters."""
    runs = "".join(
        character if character.isalnum() or _is_mark(character) else " " for character in text
    ).split()
    return [word for word in map(_without_leading_marks, runs) if word]


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Mc"} and not "\ufe00" <= character <= "\ufe0f"


def _without_leading_marks(word: str) -> str:
    start = next((at for at, letter in enumerate(word) if not _is_mark(letter)), len(word))
    return word[start:]

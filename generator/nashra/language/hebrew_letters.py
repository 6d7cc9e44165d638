"""One word of Hebrew script in Latin letters: the Academy's simple rules, as far as spelling tells.

Source: Academy of the Hebrew Language, "Transcription from Hebrew to Latin script" (2006).
"""

from __future__ import annotations

from nashra.language.known_names import HEBREW

_LETTERS = {
    "א": "", "ב": "v", "ג": "g", "ד": "d", "ה": "h", "ז": "z", "ח": "h", "ט": "t", "כ": "kh",
    "ך": "kh", "ל": "l", "מ": "m", "ם": "m", "נ": "n", "ן": "n", "ס": "s", "פ": "f", "ף": "f",
    "צ": "ts", "ץ": "ts", "ק": "k", "ר": "r", "ש": "sh", "ת": "t", "װ": "v", "ױ": "oy", "ײ": "ay",
}  # fmt: skip
_HARD = {"ב": "b", "כ": "k", "פ": "p"}
"""What stands at the beginning of a word, or bears a dagesh."""
_POINTS = {
    "\u05b1": "e", "\u05b2": "a", "\u05b3": "o", "\u05b4": "i", "\u05b5": "e", "\u05b6": "e",
    "\u05b7": "a", "\u05b8": "a", "\u05b9": "o", "\u05ba": "o", "\u05bb": "u",
}  # fmt: skip
_DAGESH, _SIN = "\u05bc", "\u05c2"
_GIVE_VOWELS = frozenset("וי")


def hebrew_word(word: str) -> str:
    """Give a word, whose points may be written, in letters from a to z."""
    letters = [character for character in word if "\u05d0" <= character <= "\u05f2"]
    known = HEBREW.get("".join(letters))
    if known:
        return known
    said = ""
    last = len(letters) - 1
    count = -1
    for at, character in enumerate(word):
        marks = _marks(word, at)
        if character in _POINTS:
            said += _POINTS[character]
        elif "\u05d0" <= character <= "\u05f2":
            count += 1
            following = letters[count + 1] if count < last else ""
            said += (
                _vav(marks, said, following, first=not count)
                if character == "ו"
                else _said(character, marks, said, following)
            )
        elif character.isascii():
            said += character
    return said


def _marks(word: str, at: int) -> str:
    end = at + 1
    while end < len(word) and "\u0591" <= word[end] <= "\u05c7":
        end += 1
    return word[at + 1 : end]


def _said(letter: str, marks: str, before: str, following: str) -> str:
    if letter == "י":
        if not before or before[-1] in "aeou" or following in {"ה", "י", "א"}:
            return "y"
        return "" if before[-1] in "iy" else "i"
    if letter in "אע":
        silent = following in _GIVE_VOWELS or any(mark in _POINTS for mark in marks)
        return "" if silent or before[-1:] in {"a", "o"} else "a"
    if letter == "ה" and not following and before and before[-1] not in "aeiou":
        return "a"
    if letter == "ש" and _SIN in marks:
        return "s"
    hard = letter in _HARD and (not before or _DAGESH in marks)
    return _HARD[letter] if hard else _LETTERS.get(letter, "")


def _vav(marks: str, before: str, following: str, *, first: bool) -> str:
    if "\u05b9" in marks or "\u05ba" in marks:
        return ""
    if _DAGESH in marks:
        return "u"
    if first:
        return "v" if following else "ve"
    return "v" if before[-1:] in {*"aeiou"} or following in {"ו", "ה", "א"} else "o"

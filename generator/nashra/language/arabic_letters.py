"""One word of Arabic script in Latin letters, letter by letter."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from nashra.language.characters import MARKS


class Tongue(Enum):
    """Whose readings of the letters hold."""

    ARABIC = "ar"
    PERSIAN = "fa"
    URDU = "ur"


_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "پ": "p", "چ": "ch", "ژ": "zh", "گ": "g", "ک": "k", "ڪ": "k", "ڤ": "v", "ڭ": "ng", "ڨ": "g",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ہ": "h", "ھ": "h",
    "ټ": "t", "ډ": "d", "ړ": "r", "ږ": "zh", "ښ": "sh", "ڼ": "n", "څ": "ts", "ځ": "dz", "ګ": "g",
    "ڵ": "l", "ڕ": "r",
}  # fmt: skip
_VOWELS = {
    "ى": "a", "ة": "a", "ؤ": "u", "ے": "e", "ۓ": "e", "ې": "e", "ێ": "e", "ە": "e", "ۀ": "e",
    "ۆ": "o", "ۍ": "ai", "ۂ": "a", "ۃ": "a", "ۇ": "u", "ۋ": "v",
}  # fmt: skip
_SAID_OTHERWISE = {
    Tongue.ARABIC: {},
    Tongue.PERSIAN: {"ث": "s", "ذ": "z", "ض": "z", "ق": "gh"},
    Tongue.URDU: {"ث": "s", "ذ": "z", "ض": "z"},
}
_FINAL_HEH = {Tongue.PERSIAN: "e", Tongue.URDU: "a"}
_SHORT = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0670": "a", "\u064b": "an"}
"""What tashkeel is said as; the other two tanwins are left out, as in speech."""
_SHADDA = "\u0651"
_ALEFS = frozenset("اآأٱى")


def arabic_word(word: str, tongue: Tongue) -> str:
    """Give a word, whose tashkeel may be written, in letters from a to z."""
    return _Speller(word, tongue).spelled()


class _Speller:
    """Goes through a word and keeps what was said so far."""

    def __init__(self, word: str, tongue: Tongue) -> None:
        self._tongue = tongue
        self._letters = list(_letters(word))
        self._consonants = _CONSONANTS | _SAID_OTHERWISE[tongue]
        self._said: list[str] = []
        """What each letter before this one gave, its tashkeel apart."""
        self._last = ""
        """The last letter of what was said."""

    def spelled(self) -> str:
        for at, (letter, marks) in enumerate(self._letters):
            plain = self._plain(at, letter, marks)
            self._say(plain)
            for mark in marks:
                self._say_short(_SHORT.get(mark, ""))
        return "".join(self._said)

    def _say(self, text: str) -> None:
        if text:
            self._said.append(text)
            self._last = text[-1]

    def _say_short(self, vowel: str) -> None:
        if vowel and not (len(vowel) == 1 and vowel == self._last):
            self._say(vowel)

    def _letter(self, at: int) -> str:
        return self._letters[at][0] if 0 <= at < len(self._letters) else ""

    def _plain(self, at: int, letter: str, marks: str) -> str:
        """Give what a letter is, between what was said and what follows."""
        consonant = self._consonants.get(letter, "")
        if letter in "هہ" and self._is_final_vowel(at):
            return _FINAL_HEH[self._tongue]
        if consonant:
            return consonant * 2 if _SHADDA in marks and at and len(consonant) == 1 else consonant
        if letter in "اٱأإآ":
            return self._alef(at, letter, marks)
        if letter in "يیو":
            glide = self._waw if letter == "و" else self._yeh
            return glide(at, marks)
        return self._seldom(at, letter, marks)

    def _is_final_vowel(self, at: int) -> bool:
        final = at == len(self._letters) - 1 and at > 1
        return final and self._tongue in _FINAL_HEH and self._last not in "aeiou"

    def _alef(self, at: int, letter: str, marks: str) -> str:
        following = self._letter(at + 1)
        if letter == "إ" or (letter in "اأ" and "\u0650" in marks):
            return "i"
        if "\u064f" in marks or (at and "\u064b" in marks):
            return ""
        if letter == "ا" and not at:
            if self._tongue is not Tongue.ARABIC and following == "و":
                return ""
            begins_with_i = self._tongue is Tongue.ARABIC and self._begins_with_i()
            return "i" if begins_with_i or following in {"ي", "ی"} else "a"
        said = "".join(self._said[-1:])
        return "" if at and (self._last == "a" or said == "an") and letter != "آ" else "a"

    def _begins_with_i(self) -> bool:
        """Tell a word of the eighth, seventh or tenth form, whose alef bears no hamza."""
        word = "".join(letter for letter, _ in self._letters)
        long = len(word) > 3  # noqa: PLR2004
        return long and (word[1] in "تن" or word[2] in "تط" or word[:3] in {"اسم", "اثن", "امر"})

    def _waw(self, at: int, marks: str) -> str:
        consonant = "v" if self._tongue is Tongue.PERSIAN else "w"
        following = self._letter(at + 1)
        if not at or any(mark in _SHORT for mark in marks):
            return consonant
        if _SHADDA in marks:
            return consonant * 2
        after_ain = self._letter(at - 1) == "ع" and at > 1
        if following in _ALEFS | {"ي", "ی", "ة"} or (self._last == "a" and not after_ain):
            return consonant
        return "" if self._last == "u" else "u"

    def _yeh(self, at: int, marks: str) -> str:
        following = self._letter(at + 1)
        if any(mark in _SHORT for mark in marks):
            return "y"
        if _SHADDA in marks:
            return "yy"
        if following in _ALEFS | {"ة", "و"}:
            return "y" if not at or self._last in "aeiuy" else "iy"
        if not at:
            return "y"
        if self._last == "a" and self._letter(at - 1) != "ع":
            return "y"
        return "" if self._last == "i" else "i"

    def _seldom(self, at: int, letter: str, marks: str) -> str:
        before, following = self._letter(at - 1), self._letter(at + 1)
        if letter == "ع":
            return self._ain(before, following, marks)
        if letter == "ئ":
            return self._hamza_on_yeh(following, marks)
        if letter == "ة" and before == "ا":
            return "t"
        if letter == "ؤ" and (following == "و" or any(mark in _SHORT for mark in marks)):
            return ""
        if letter in "ىة" and self._last == "a" and before != "ع":
            return ""
        return _VOWELS.get(letter, letter if letter.isascii() else "")

    def _ain(self, before: str, following: str, marks: str) -> str:
        if any(mark in _SHORT for mark in marks) or "ا" in (before, following):
            return ""
        if following == "ة":
            return "i"
        if not before and following in {"ي", "ی"}:
            return "e"
        return "" if self._last == "a" else "a"

    def _hamza_on_yeh(self, following: str, marks: str) -> str:
        if following in {"و", "ے"} or any(mark in _SHORT for mark in marks):
            return ""
        if following in {"ي", "ی"}:
            return "" if self._last in "aeiou" else "a"
        return "" if self._last == "i" else "i"


def _letters(word: str) -> Iterator[tuple[str, str]]:
    """Give each letter with the marks that it bears."""
    start = 0
    for at in range(1, len(word) + 1):
        if at == len(word) or not MARKS.match(word[at]):
            yield word[start], word[start + 1 : at]
            start = at

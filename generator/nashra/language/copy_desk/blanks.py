"""Blanks and words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.language.copy_desk.fault import BREAK, GAP, MARK, Fault
from nashra.language.copy_desk.initials import LETTER_NAMES
from nashra.language.copy_desk.tokens import words_of

_DOUBLED_SPACE = re.compile(
    rf"(?<=[^\s|{GAP}{BREAK}])[ \t\u00a0]{{2,}}+(?=[^\s|،؛؟!.:,;?{GAP}{BREAK}])"
)
_DOUBLED_WORD = re.compile(
    rf"(?<![\w{MARK}])([^\W\d_]{{2,}}+)[ \u00a0]++(?=\1(?![\w{MARK}\u200c]))", re.IGNORECASE
)
_SOME_CAPITALS = re.compile("[A-Z][a-z]* [a-z]")
_LATIN_FUNCTION_WORDS = frozenset(
    "the an of to in is and for on by with from at as are was were be it or if we he they".split()
)
_PERSIAN_FUNCTION_WORDS = frozenset("از به در که را این آن با برای تا است بود شد هم نیز یا".split())
_MEANT_TWICE = LETTER_NAMES - {"أن", "إن", "ان", "في", "أو", "أي"} | frozenset(
    "رويدا صفا دكا شيئا قليلا يوما عاما سنة ساعة لحظة خطوة كلمة حرفا حرف بيتا بيت دارا دار "
    "بابا واحدا واحدة واحد فردا فرد اثنين فئة جدا كثيرا كثيرة كثير مرارا هيهات مهلا لا نعم آه "
    "هيا أبدا شبرا شبر شارعا شارع زنقة حبة وجها رجلا قطرة نقطة صفحة بندا بند جيلا مرحلة درجة "
    "قرية قريبا حبيبي عيني اسم عاجل الله ها يا نن ماما تاتا طاطا سوسو دودو ياسين ولي باي سو "
    "دو لو جو كو تشا هاي نو تو محمد أحمد احمد السيد محمود علي حسن إبراهيم ابراهيم سعيد عبده "
    "سليمان سالم سيد".split()
)
"""Words that Arabic says twice on purpose, Latin initials, and names that a son shares with his
father."""


def doubled_spaces(text: str) -> Iterator[Fault]:
    """Give the runs of blanks inside a line; one with a no-break space may be meant."""
    if not any(blank in text for blank in ("  ", "\t", "\u00a0")):
        return
    for found in _DOUBLED_SPACE.finditer(text):
        instead = None if "\u00a0" in found[0] else " "
        yield Fault("doubled-space", *found.span(), instead or " ", certain=instead is not None)


def doubled_words(text: str, *, persian: bool = False) -> Iterator[Fault]:
    """Give the words that stand twice in a row, unless a language says them twice on purpose."""
    words = words_of(text)
    if not any(map(str.startswith, words[1:], words)) and not _SOME_CAPITALS.search(text):
        return
    for found in _DOUBLED_WORD.finditer(text):
        word = found[1]
        if _slipped(word, persian=persian):
            yield Fault("doubled-word", found.start(), found.end() + len(word), word)


def _slipped(word: str, *, persian: bool) -> bool:
    if word.isascii():
        return word.lower() in _LATIN_FUNCTION_WORDS
    if persian:
        return word in _PERSIAN_FUNCTION_WORDS
    return "\u0600" <= word[0] <= "\u06ff" and word not in _MEANT_TWICE

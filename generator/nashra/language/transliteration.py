"""Headlines of Arabic, Persian, Urdu and Hebrew in Latin letters, as people write for themselves.

Not a standard's table of one sign for each letter: there are no dots and rings, and vowels that
were not written are not made up. «حكومة جديدة في لبنان» is hkuma jdida fi lebanon. Tashkeel is
used where it was written. A reader knows the words again; a machine cannot turn them back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from nashra.language.arabic_letters import Tongue, arabic_word
from nashra.language.characters import MARKS
from nashra.language.digits import to_latin
from nashra.language.folding import HEBREW_ABBREVIATION
from nashra.language.hebrew_letters import hebrew_word
from nashra.language.known_names import PEOPLE, PLACES, WORDS, key_of
from nashra.language.words import words_with_marks

_ARABIC = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d5\u06ee-\u06ff\u0750-\u077f\u08a0-\u08c9]"
)
_HEBREW = re.compile("[\u05d0-\u05f2]")
_URDU = frozenset("ٹڈڑںےہھۂۃۓ")
_PERSIAN = frozenset("پچژگکی")
_NAMES = WORDS | PEOPLE | PLACES
_ARTICLES = {
    "ولل": "wa-lil-", "وال": "wal-", "فال": "fal-", "بال": "bil-", "كال": "kal-", "لل": "lil-",
    "ال": "al-",
}  # fmt: skip
"""The article, and what is written as one word with it."""
_PARTICLES = {"و": "wa-", "ف": "fa-", "ب": "bi-", "ل": "li-", "ك": "ka-"}
_NO_ARTICLE = re.compile("ال(?:ماس|تزا?م|تق|تح|تف|ته|تما)|وال[دي]|بالغ|بالون|فالح|كالي")
"""Words that begin like one with the article, as `key_of` makes them."""
_ALONE = {Tongue.ARABIC: "wa", Tongue.PERSIAN: "va", Tongue.URDU: "o"}
"""The word «و»."""
_GERESH = {"ג": "j", "ז": "zh", "צ": "ch", "ץ": "ch", "ת": "th", "ד": "dh"}
_WITH_GERESH = re.compile(f"([{''.join(_GERESH)}])['\u05f3\u2019]")
_WHOLE = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l"}
_WHOLE_LATIN = str.maketrans(_WHOLE | {"ı": "i"})
"""Latin letters that do not come apart into one of A to Z and a mark."""
_MARKED = re.compile("(?<=[a-z])[\u0300-\u036f]+")


def transliterated(text: str) -> Iterator[str]:
    """Give each word of a text (in NFKC) in Latin letters; letters of other scripts stay."""
    tongue = _tongue(text)
    text = _WITH_GERESH.sub(lambda match: _GERESH[match[1]], to_latin(text))
    for word in map(_latin, words_with_marks(HEBREW_ABBREVIATION.sub("", text))):
        if word.isascii():
            yield word
        elif _ARABIC.search(word):
            yield _arabic(word, tongue)
        else:
            yield hebrew_word(word) if _HEBREW.search(word) else word


def _tongue(text: str) -> Tongue:
    """Tell whose words these are by the letters that only they have."""
    letters = set(text)
    if letters & _URDU:
        return Tongue.URDU
    return Tongue.PERSIAN if letters & _PERSIAN else Tongue.ARABIC


def _arabic(word: str, tongue: Tongue) -> str:
    letters = MARKS.sub("", word).replace("ٱ", "ا")
    key = key_of(letters)
    if key == "و":
        return _ALONE[tongue]
    known = _NAMES.get(key_of("".join(MARKS.sub(_only_shadda, word)))) or _NAMES.get(key)
    if known:
        return known
    if tongue is not Tongue.ARABIC:
        return arabic_word(word, tongue)
    return _with_article(word, letters) or _with_particle(key) or arabic_word(word, tongue)


def _only_shadda(mark: re.Match[str]) -> str:
    return mark[0] if mark[0] == "\u0651" else ""


def _with_article(word: str, letters: str) -> str:
    key = key_of(letters)
    prefix = next((prefix for prefix in _ARTICLES if letters.startswith(prefix)), "")
    rest = key[len(prefix) :]
    if not prefix or len(rest) < 2 + (prefix != "ال") or _NO_ARTICLE.match(key):
        return ""
    name = _NAMES.get(f"ال{rest}", "")
    if name:
        return _PARTICLES.get(prefix[0], "") + name
    return _ARTICLES[prefix] + (
        _NAMES.get(rest) or arabic_word(_after(word, prefix), Tongue.ARABIC)
    )


def _with_particle(key: str) -> str:
    """Give a name, or a number, with a particle before it: «ومصر», «بلبنان», «و3»."""
    particle = _PARTICLES.get(key[0], "")
    names = _NAMES if key[0] == "و" else PLACES
    name = key[1:] if key[1:].isdecimal() else names.get(key[1:], "")
    return particle + name if particle and name else ""


def _after(word: str, prefix: str) -> str:
    """Give what follows some letters and the marks that they bear."""
    letters = len(prefix)
    for at, character in enumerate(word):
        if not MARKS.match(character):
            if not letters:
                return word[at:]
            letters -= 1
    return ""


def _latin(word: str) -> str:
    """Give a word with its Latin letters as A to Z, and all others as they are."""
    apart = unicodedata.normalize("NFKD", word).lower().translate(_WHOLE_LATIN)
    return unicodedata.normalize("NFC", _MARKED.sub("", apart))

"""What words have in common under their clitics and endings: for searching and for likeness.

A light stem, after Larkey, Ballesteros and Connell, "Light Stemming for Arabic Information
Retrieval" (2007), with a list of words that it is sure of in place of counts in a corpus. It never
looks at other text, so a word has the same stem for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

from nashra.language import arabic_stem, hebrew_stem, persian_stem
from nashra.language.folding import fold

_OWN: dict[str, Callable[[str], str]] = {
    "ar": arabic_stem.stem,
    "fa": persian_stem.persian,
    "ur": persian_stem.urdu,
    "he": hebrew_stem.stem,
}
_SNOWBALL = {"en": "english", "fr": "french"}


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Give the stem of a word in a language such as `ar` or `fa-IR`; folded, never shown.

    A language without rules of its own has the folded word as it is. Punctuation at the word's
    ends makes no difference; of several words, each is stemmed, with a blank between them.
    """
    base = language.partition("-")[0].lower()
    own = _OWN.get(base)
    if own and not word.isascii():
        return own(word)
    folded = fold(word)
    if base not in _SNOWBALL:
        return folded
    return " ".join(_snowball(base)(each) for each in folded.split())


def stems(text: str, language: str) -> tuple[str, ...]:
    """Give the stem of each word of a text, in order."""
    return tuple(part for word in text.split() for part in stem(word, language).split())


@lru_cache(maxsize=2)
def _snowball(language: str) -> Callable[[str], str]:
    stemmer = snowballstemmer.stemmer(_SNOWBALL[language])
    stem_word: Callable[[str], str] = stemmer.stemWord
    return stem_word

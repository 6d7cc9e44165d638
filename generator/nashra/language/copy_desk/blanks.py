"""Blanks and words that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress
from operator import eq

from nashra.language.copy_desk.fault import BREAK, GAP, MARK, Fault
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
_ARABIC_FUNCTION_WORDS = frozenset(
    "في من على إلى عن أن إن أو ثم مع قد لقد كان كانت التي الذي الذين هذا هذه ذلك تلك بعد قبل بين "
    "حتى كما بأن لأن منذ خلال حول عند غير ليس ليست لم لن سوف بل لكن إذا حيث وفي ومن وعلى وأن فيما "
    "بعض كي لدى ضد نحو عبر وقد وكان أي إنه أنه".split()
)
_ARTICLE = re.compile(r"[وف]?(?:[بك]?ال|لل)\w{3}")
_MEANT_TWICE = frozenset("السيد الآن اليوم الله الحذر الصلاة الصبر الوحدة السلام العجل".split())
"""Words with the article that are names, or are said twice to urge."""


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
    doubled = set(compress(words, map(eq, words, words[1:])))
    slipped = any(_slipped(word, persian=persian) for word in doubled)
    if not slipped and not _SOME_CAPITALS.search(text):
        return
    for found in _DOUBLED_WORD.finditer(text):
        word = found[1]
        if _slipped(word, persian=persian):
            yield Fault("doubled-word", found.start(), found.end() + len(word), word)


def _slipped(word: str, *, persian: bool) -> bool:
    """Tell whether nobody says a word twice: one that binds others, or one with the article.

    Any other noun of Arabic may stand twice on purpose («رويدا رويدا», «قطعة قطعة», «هي هي»).
    """
    if word.isascii():
        return word.lower() in _LATIN_FUNCTION_WORDS
    if persian:
        return word in _PERSIAN_FUNCTION_WORDS
    definite = _ARTICLE.match(word) and word not in _MEANT_TWICE
    return bool(definite) or word in _ARABIC_FUNCTION_WORDS

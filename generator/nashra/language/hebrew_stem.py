"""The light stem of a Hebrew word."""

from __future__ import annotations

from functools import lru_cache

from nashra.language.folding import fold
from nashra.language.known_stems import HEBREW

PREFIXES = tuple(
    map(fold, "ו ה ש ב ל מ כ וה וב ול ומ וש וכ שה בה מה כש ושה כשה".split())  # noqa: SIM905
)
"""And, the, that, in, to, from, as: alone and in company."""
ENDINGS = tuple(fold(ending) for ending in ("יים", "ים", "יות", "ות", "ית", "ה", "י"))
SHORTEST = 3
"""The fewest letters that ו, ה or an ending may leave."""
SHORTEST_BARE = 4
"""The fewest that a lone ב כ ל מ ש may leave of an unknown word: many roots begin so."""


def stem(word: str) -> str:
    """Give the stem of a Hebrew word; of several words, each one's."""
    return " ".join(map(_stem, fold(word).split()))


def tables() -> dict[str, object]:
    """Give what another program needs to stem alike: plain data, fit for JSON."""
    return {
        "known": dict(sorted(_known().items())),
        "prefixes": PREFIXES,
        "endings": ENDINGS,
        "shortest": [SHORTEST, SHORTEST_BARE],
    }


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Give each word that is known, and its form without an ending, and the stem of both."""
    words = [fold(word) for word in HEBREW]
    return {form: _without_ending(word) for word in words for form in (word, _without_ending(word))}


def _stem(word: str) -> str:
    known = _known()
    for prefix in ("", *PREFIXES):
        if word.startswith(prefix):
            rest = word.removeprefix(prefix)
            found = known.get(rest) or known.get(_without_ending(rest))
            if found:
                return found
    return _without_ending(_without_prefix(word))


def _without_prefix(word: str) -> str:
    for letter in "והבלמשכ":
        least = SHORTEST if letter in "וה" else SHORTEST_BARE
        if word.startswith(letter) and len(word) > least:
            word = word[1:]
            if letter not in "וה":
                break
    return word


def _without_ending(word: str) -> str:
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word

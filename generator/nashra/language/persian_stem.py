"""The light stems of Persian and of Urdu words."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.language.folding import fold
from nashra.language.known_stems import PERSIAN

PERSIAN_ENDINGS = (
    "هايشان", "هايمان", "هايتان", "هايش", "هايم", "هايت", "هايي", "هاي", "ها",
    "ترين", "تر", "گان", "ان", "ات", "اش", "ام", "اي", "ي",
)  # fmt: skip
PERSIAN_BEGINNINGS = ("نمي", "مي")
URDU_ENDINGS = ("يوں", "ياں", "وں", "يں", "ات", "ے", "ا", "ه", "ي")

SHORTEST = 3
"""The fewest letters that an ending or a beginning may leave."""

_ASIDE = re.compile(
    "^ن?م[یي]\u200c|\u200c(?:ها[\u0621-\u06d5]*|تر(?:[یي]ن)?|ا[یي]|ام|ات|اش|اند|است)(?![\u0621-\u06d5])"
)
"""What a zero-width non-joiner sets apart from its word."""
_TANWEEN_ALEF = re.compile("(?:\u064b\u0627|\u0627\u064b)(?![\u0621-\u06d5])")


def persian(word: str) -> str:
    """Give the stem of a Persian word, joined or with its parts set apart."""
    bare = _ASIDE.sub("", _TANWEEN_ALEF.sub("", word))
    return " ".join(map(_persian, fold(bare).split()))


def urdu(word: str) -> str:
    """Give the stem of an Urdu word: without its endings of number, gender and case."""
    return " ".join(_without_ending(each, URDU_ENDINGS) for each in fold(word).split())


def tables() -> dict[str, object]:
    """Give what another program needs to stem alike: plain data, fit for JSON."""
    return {
        "kept": sorted(_kept()),
        "beginnings": PERSIAN_BEGINNINGS,
        "endings": PERSIAN_ENDINGS,
        "urdu_endings": URDU_ENDINGS,
        "shortest": SHORTEST,
    }


@lru_cache(maxsize=1)
def _kept() -> frozenset[str]:
    return frozenset(map(fold, PERSIAN))


def _persian(word: str) -> str:
    if word in _kept():
        return word
    for beginning in PERSIAN_BEGINNINGS:
        if word.startswith(beginning) and len(word) - len(beginning) >= SHORTEST:
            if _without_ending(word, PERSIAN_ENDINGS) in _kept():
                break
            word = word.removeprefix(beginning)
            break
    return _without_ending(word, PERSIAN_ENDINGS)


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            rest = word.removesuffix(ending)
            return rest + "ه" if ending == "گان" else rest
    return word

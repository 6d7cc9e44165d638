"""The light stem of an Arabic word."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.language.folding import fold
from nashra.language.known_stems import ARABIC, ARABIC_PLURALS

TANWEEN_ALEF = re.compile("(?:\u064b\u0627|\u0627\u064b)(?![\u0621-\u064a])")
"""The alef that only bears a tanween, as in «كتابًا»: no letter of the word."""

ARTICLES = ("وبال", "فبال", "وكال", "فكال", "وال", "فال", "بال", "كال", "ولل", "فلل", "ال", "لل")
"""What ends in the article, the longest first."""
PARTICLES = ("وب", "وك", "ول", "فب", "فك", "فل", "و", "ف", "ب", "ك", "ل")
"""And what does not."""
PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "وا")
PLURALS = ("تين", "تان", "ات", "ون", "ين", "ان")

SHORTEST = 3
"""The fewest letters that an ending, a lone و or لل may leave."""
SHORTEST_BARE = 4
"""The fewest that a lone ف ب ك ل س may leave of an unknown word: many roots begin so."""
SHORTEST_DEFINITE = 2
"""The fewest that an article may leave."""

_PREFIXES = tuple(sorted((*ARTICLES, *PARTICLES), key=len))
_MAY_BEGIN = frozenset(prefix[0] for prefix in _PREFIXES) | {"س"}
_FUTURE = ("سي", "ست")
_LAST = ("ا", "ه", "اي")
"""The single letters that may end a word, in the order in which they come off."""


def stem(word: str) -> str:
    """Give the stem of an Arabic word, however it is spelled; of several words, each one's."""
    return " ".join(map(_stem, fold(TANWEEN_ALEF.sub("", word)).split()))


def tables() -> dict[str, object]:
    """Give what another program needs to stem alike: plain data, fit for JSON."""
    return {
        "known": dict(sorted(_known().items())),
        "articles": ARTICLES,
        "particles": PARTICLES,
        "pronouns": PRONOUNS,
        "plurals": PLURALS,
        "shortest": [SHORTEST, SHORTEST_BARE, SHORTEST_DEFINITE],
    }


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Give each form that is known, and its stem."""
    kept = {form: form for form in map(fold, ARABIC)}
    plurals = {fold(many): _forms(fold(one)) for many, one in ARABIC_PLURALS.items()}
    return {many: _first(forms, kept) or forms[-1] for many, forms in plurals.items()} | kept


def _stem(word: str) -> str:
    known = _known()
    forms = _forms(word)
    found = _first(forms, known)
    if found or len(word) <= SHORTEST or not "\u0621" <= word[0] <= "\u064a":
        return found or word
    if word[0] not in _MAY_BEGIN:
        return forms[-1]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and (found := _first(_forms(word[len(prefix) :]), known)):
            return found
    return _forms(_without_prefix(word))[-1]


def _first(forms: list[str], known: dict[str, str]) -> str:
    for form in forms:
        if form in known:
            return known[form]
    return ""


def _forms(word: str) -> list[str]:
    """Give a word, and what it may be as its endings come off; the last has none."""
    forms = [word]
    if word.endswith(("اوه", "ايه")):
        forms.append(word[:-2] + "ء")
    owner = _ending(word, PRONOUNS) or ("ه" if word.endswith("ته") and len(word) > SHORTEST else "")
    if owner:
        word = word.removesuffix(owner)
        forms += [word[:-1] + "ء", word] if word.endswith(("اي", "او")) else [word]
        word = _closed(word)
        forms.append(word)
    plural = _ending(word, PLURALS)
    if plural and not word.endswith("ستان"):
        word = word.removesuffix(plural)
        forms += [word + "ه", word]
    elif len(word) == SHORTEST + 1 and word.endswith("ات"):
        word = word[:2] + "ه"
        forms.append(word)
    for letters in _LAST:
        if word[-1:] in letters and len(word) > SHORTEST:
            word = word[:-1]
            forms.append(word)
    return forms


def _ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return ending
    return ""


def _closed(word: str) -> str:
    """Give a word without the pronoun that opened its ta marbuta: «سيارت» is «سيارة»."""
    opened = len(word) > SHORTEST and word.endswith("ت") and not word.endswith("ات")
    return word[:-1] + "ه" if opened else word


def _without_prefix(word: str) -> str:
    """Take off what an unknown word may begin with; with an article or without it is the same."""
    for article in ARTICLES:
        least = SHORTEST if article.endswith("لل") else SHORTEST_DEFINITE
        if word.startswith(article) and len(word) - len(article) >= least:
            return _without_particles(word.removeprefix(article))
    return _without_particles(word)


def _without_particles(word: str) -> str:
    if word[0] == "و" and len(word) > SHORTEST:
        word = word[1:]
    if word[0] in "فبكل" and len(word) > SHORTEST_BARE:
        word = word[1:]
    if word.startswith(_FUTURE) and len(word) > SHORTEST_BARE:
        word = word[1:]
    return word

"""Misspelt words: those of a table, and those that one text spells in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from nashra.language.copy_desk.fault import LETTER, MARK, Fault
from nashra.language.copy_desk.misspelt import spellings
from nashra.language.copy_desk.tokens import WORD, words_of

_ARTICLE = re.compile("[وف]?(?:[بك]?ال|لل).{2,}\\Z")
_LEAST = 6
"""Letters: from this length on a word in ية that is also written with يه has no pronoun."""
_BOTH_ARE_WORDS = frozenset("كر فق وجو نزي شبي تنبي توجي ترفي تشبي اتجا مكرو مشبو".split())
"""What stands before an ending that is ة in one word and ه in another, after the article."""
_PERSIAN_LETTERS = str.maketrans("يىك", "ییک")
_NOT_PERSIAN = re.compile(rf"[{LETTER}{MARK}\u200c]*[يىك][{LETTER}{MARK}\u200c]*")


@lru_cache(maxsize=1)
def _table() -> Mapping[str, tuple[str, str]]:
    return spellings()


def misspelt(text: str) -> Iterator[Fault]:
    """Give the words of Arabic that the table knows as misspelt."""
    table = _table()
    if table.keys().isdisjoint(words_of(text)):
        return
    for found in WORD.finditer(text):
        if entry := table.get(found[0]):
            rule, right = entry
            yield Fault(rule, *found.span(), right)


def two_endings(text: str) -> Iterator[Fault]:
    """Give the words that one text writes with ة here and with ه there.

    Without the article ه may be a pronoun («مكتبة», «مكتبه»): there only ية and يه count.
    """
    known, table = set(words_of(text)), _table()
    wrong = {
        word
        for word in known
        if word[-1] == "ه" and word[:-1] + "ة" in known and word not in table and _is_one_word(word)
    }
    if wrong:
        for found in WORD.finditer(text):
            if found[0] in wrong:
                yield Fault("two-endings", *found.span(), found[0][:-1] + "ة")


def _is_one_word(word: str) -> bool:
    if _ARTICLE.match(word):
        return word[:-1].rpartition("ل")[2] not in _BOTH_ARE_WORDS
    return len(word) >= _LEAST and word.endswith("يه")


def persian_letters(text: str) -> Iterator[Fault]:
    """Give the words of Persian that are written with the Arabic ي or ك."""
    for found in _NOT_PERSIAN.finditer(text):
        right = found[0].translate(_PERSIAN_LETTERS)
        yield Fault("persian-letter", *found.span(), right)

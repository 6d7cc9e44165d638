"""The words of a text, for all the rules that look at words."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.language.copy_desk.fault import MARK

WORD = re.compile(rf"[\w{MARK}\u200c]+")


@lru_cache(maxsize=1)
def words_of(text: str) -> tuple[str, ...]:
    """Give the words in their order; several rules ask for those of one text after each other."""
    return tuple(WORD.findall(text))

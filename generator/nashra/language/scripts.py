"""Which script stands before and after a place in a text."""

from __future__ import annotations

import re
from bisect import bisect_left

from nashra.language.characters import LEFT_TO_RIGHT_LETTERS, RIGHT_TO_LEFT_LETTERS

_LETTERS = re.compile(f"([{RIGHT_TO_LEFT_LETTERS}]+)|[{LEFT_TO_RIGHT_LETTERS}]+")
_KEPT = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>\"'«»“”،؛؟\ufffc]*[^\s<>\"'«»“”،؛؟.,;:!?)\]\ufffc]"
    r"|[A-Za-z0-9][A-Za-z0-9._%+-]{0,80}@[A-Za-z0-9-]{1,80}(?:\.[A-Za-z0-9-]{1,80}){1,9}"
    r"|[:;8=]-?(?:[)DPp/\\|](?!\w)|\((?![ \u00a0]{0,9}\w))"
)
"""Addresses, and faces made of signs: what no rule of punctuation may touch."""


class Scripts:
    """The scripts of a text's letters, and what in it is kept as it is."""

    def __init__(self, text: str) -> None:
        found = list(_LETTERS.finditer(text))
        self._starts = [run.start() for run in found]
        self._directions = ["rtl" if run[1] else "ltr" for run in found]
        self._kept = [run.span() for run in _KEPT.finditer(text)]

    def before(self, at: int, back: int = 0) -> str:
        """Give the direction of the nearest letters before a place: `rtl`, `ltr` or nothing.

        `back` passes over so many words.
        """
        index = bisect_left(self._starts, at) - 1 - back
        return self._directions[index] if index >= 0 else ""

    def after(self, at: int) -> str:
        """Give the direction of the nearest letters after a place: `rtl`, `ltr` or nothing."""
        index = bisect_left(self._starts, at)
        return self._directions[index] if index < len(self._starts) else ""

    def keeps(self, at: int) -> bool:
        """Whether a place lies in what is kept as it is."""
        index = bisect_left(self._kept, (at + 1,)) - 1
        return index >= 0 and at < self._kept[index][1]

"""Straight quotes into the ones that a language writes, by where they open and close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.language.characters import (
    HEBREW_LETTERS,
    RIGHT_TO_LEFT_LETTERS,
    RIGHT_TO_LEFT_MARKS,
)
from nashra.language.edits import Edit
from nashra.language.manners import Manner
from nashra.language.scripts import Scripts

_MARKS = re.compile("[\"'«»]")
_SINGLE = re.compile(r"(?<![\w'])'(?=[^\W\d_])[^'\n]{1,300}(?<![\s'])'(?![\w'])")
"""A quotation between single marks; an apostrophe has none before its word."""
_OPENERS = frozenset("([{«“„‚-–—/…\u00a0") | {""}
_CLOSERS = frozenset(")]}»”!?.,:;،؛؟۔…") | {""}
_RTL_WORD = f"[{RIGHT_TO_LEFT_LETTERS}{RIGHT_TO_LEFT_MARKS}]"
_TO_END_OF_ACRONYM = re.compile(rf"[{HEBREW_LETTERS}](?!{_RTL_WORD})")
_PREFIX = re.compile(rf"(?<!{_RTL_WORD})[ומשהכלב]{{1,3}}\Z")
_LATER_CLOSE = re.compile(rf"[^\"\n]{{1,300}}\"(?!{_RTL_WORD})")
_LONGEST_PREFIX = 4
_GERSHAYIM, _GERESH = "״", "׳"
_OWN_LATIN, _TYPED = "latin", "typed"


def quotation(text: str, manner: Manner) -> Iterator[Edit]:
    """Give the edits that turn straight quotes into the language's own.

    Inches, minutes and apostrophes stay; so does what a run of another script has between its own
    words. A quotation that is never closed keeps its opening sign.
    """
    if manner.outer is None or manner.inner is None:
        return
    scripts = Scripts(text)
    singles = dict(match.span() for match in _SINGLE.finditer(text)) if "'" in text else {}
    scanner = _Scanner(text, manner, scripts, singles)
    for mark in _MARKS.finditer(text):
        at = mark.start()
        written = mark[0] if not scripts.keeps(at) else ""
        if written == '"':
            sign = scanner.double(at)
        elif written == "'":
            sign = scanner.single(at)
        elif written:
            sign = scanner.typed(at, written)
        else:
            sign = ""
        if sign and sign != written:
            yield Edit(at, at + 1, sign)


class _Scanner:
    """Goes over the marks of one block in order, and knows which quotations are open."""

    def __init__(
        self, text: str, manner: Manner, scripts: Scripts, singles: dict[int, int]
    ) -> None:
        self._text = text
        self._manner = manner
        self._scripts = scripts
        self._singles = singles
        self._single_ends = {end - 1 for end in singles.values()}
        self._open: list[str] = []
        """What closes each open quotation."""
        self._opened_at = -1

    def double(self, at: int) -> str:
        """Give what takes the place of a straight double quote; nothing if it stays."""
        before, after = self._text[at - 1 : at] if at else "", self._text[at + 1 : at + 2]
        if self._manner.script == "hebrew" and self._is_gershayim(at, before, after):
            return _GERSHAYIM
        opens = self._opens(at, before, after)
        if before.isdigit() and (not self._open or self._open[-1] == _TYPED):
            return ""
        if self._open and not opens:
            return self._close()
        if self._is_foreign(at):
            if opens:
                self._open.append(_OWN_LATIN)
            return ""
        if not opens and before and not before.isspace() and (after in _CLOSERS or after.isspace()):
            return self._pair()[1]
        return self._begin(at)

    def single(self, at: int) -> str:
        """Give what takes the place of a straight single quote; nothing if it stays."""
        before = self._text[at - 1 : at] if at else ""
        if at in self._singles and not self._is_foreign(at):
            return self._begin(at)
        if at in self._single_ends and self._open:
            return self._close()
        if self._manner.script == "hebrew" and re.match(f"[{HEBREW_LETTERS}]", before):
            return _GERESH
        if self._manner.script == "latin" and before.isalpha():
            return "’"
        return ""

    def typed(self, at: int, written: str) -> str:
        """Note a quotation sign that was typed; in a straight quotation it becomes an inner one."""
        if written == "«":
            nested = bool(self._open) and self._open[-1] == (self._manner.outer or "")[1]
            if nested and self._manner.outer == ("«", "»"):
                return self._begin(at)
            self._open.append(_TYPED)
        elif self._open:
            if self._open[-1] == _TYPED:
                self._open.pop()
            else:
                return self._close()
        return ""

    def _opens(self, at: int, before: str, after: str) -> bool:
        if not after or after.isspace():
            return False
        if before in "\"'" and before:
            return self._opened_at == at - 1
        return (before in _OPENERS or before.isspace()) and (
            after not in _CLOSERS or before.isspace() or not before
        )

    def _is_foreign(self, at: int) -> bool:
        """Whether a mark stands between words of a script that is not the language's."""
        if self._manner.script == "latin":
            return self._scripts.before(at) == "rtl" and self._scripts.after(at) == "rtl"
        before, after = self._scripts.before(at), self._scripts.after(at)
        return "rtl" not in {before, after} and bool(before or after)

    def _pair(self) -> tuple[str, str]:
        """Give the signs of a quotation that would open here: the outer ones in an inner one."""
        assert self._manner.outer
        assert self._manner.inner
        around = self._open[-1] if self._open else _OWN_LATIN
        return (
            self._manner.outer
            if around in {_OWN_LATIN, self._manner.inner[1]}
            else self._manner.inner
        )

    def _begin(self, at: int) -> str:
        opening, closing = self._pair()
        self._open.append(closing)
        self._opened_at = at
        return opening

    def _close(self) -> str:
        closing = self._open.pop()
        if closing == _OWN_LATIN:
            return ""
        return "»" if closing == _TYPED else closing

    def _is_gershayim(self, at: int, before: str, after: str) -> bool:
        """Whether a mark stands in an acronym, as in צה״ל, and opens no quotation in the word."""
        if not re.match(f"[{HEBREW_LETTERS}][{HEBREW_LETTERS}]", before + after):
            return False
        if _TO_END_OF_ACRONYM.match(self._text, at + 1):
            return True
        prefix = _PREFIX.search(self._text[max(0, at - _LONGEST_PREFIX) : at])
        return not (prefix and _LATER_CLOSE.match(self._text, at + 1))

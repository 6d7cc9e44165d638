"""The signs of a right-to-left text, and the spaces beside them.

Source: W3C, "Arabic & Persian Layout Requirements": no space before a sign, one after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from nashra.language.characters import (
    ARABIC_DIGITS,
    EUROPEAN_DIGITS,
    LEFT_TO_RIGHT_LETTERS,
    RIGHT_TO_LEFT_LETTERS,
    RIGHT_TO_LEFT_MARKS,
)
from nashra.language.edits import Edit
from nashra.language.manners import Manner
from nashra.language.scripts import Scripts

NO_BREAK_SPACE = "\u00a0"
_L, _R = LEFT_TO_RIGHT_LETTERS, RIGHT_TO_LEFT_LETTERS
_W = RIGHT_TO_LEFT_LETTERS + RIGHT_TO_LEFT_MARKS
_D = EUROPEAN_DIGITS + ARABIC_DIGITS
_NAMES = (
    "مصر|السعودية|امارات|عمان|قطر|فلسطين|تونس|المغرب|الجزائر|سورية|الاردن|شبكة|موقع|كوم"
    "|ایران|پاکستان|بھارت"
)
"""Top-level domains in Arabic script: after these a dot is part of an address."""

_SIGNS = re.compile("[,;?]")
_ELLIPSIS = re.compile(rf"(?<![.{_L}/\\_~])\.{{3,}}(?![.\w/\\])|(?<=[{_W}])\.{{3,}}(?=[{_W}])")
_FULL_STOP = re.compile(rf"(?<=[{_W}][{_W}])\.(?=[\s»”“’‘\"')]|\Z)")
_SPACES = re.compile(
    rf"""
      (?<=[{_W}{_D}»”’)\]%٪…\ufffc]) [ \u00a0]+ (?=[،؛؟])
    | (?<=[{_W}{_D}»)\]]) [ \u00a0]+ (?= (?: !{{1,3}} | [.:] ) (?: [\s»”] | \Z ) )
    | (?<=[(\[]) [ \u00a0]+ (?=[{_R}{_D}«])
    | (?<=[{_W}{_D}»]) [ \u00a0]+ (?=[)\]])
    | (?<=[،؛؟])[ ]{{2,}}
    | (?<=[،؛؟]) (?=[{_R}{_L}«“(])
    | (?<=[{_W}]!) (?=[{_R}])
    | (?<=[{_R}][{_W}]:) (?=[{_R}«])
    | (?<=») (?=[{_R}])
    | (?<=[{_R}][{_W}]\.) (?=[{_R}][{_W}]) (?!(?:{_NAMES})(?![{_W}]))
    """,
    re.VERBOSE,
)
_LATIN_ELLIPSIS = re.compile(rf"(?<=[{_L}])\.{{3}}(?![.\w/\\])")
_BEFORE_FRENCH_SIGNS = re.compile(rf"(?<=[{_L}{_D}»)])[ ](?=[;:!?»](?:\s|\Z))|(?<=«)[ ](?=[{_L}])")
_QUOTED = re.compile(r"«[ \u00a0]*([^«»]*)»")


def signs(text: str, manner: Manner) -> Iterator[Edit]:
    """Give the edits that make `,` `;` `?` the language's own, and three dots one sign."""
    scripts = Scripts(text)
    found = [*_SIGNS.finditer(text), *_ELLIPSIS.finditer(text)]
    if manner.full_stop:
        found += _FULL_STOP.finditer(text)
    for sign in sorted(found, key=re.Match.start):
        written, at = sign[0], sign.start()
        if scripts.keeps(at):
            continue
        if written in manner.signs:
            if _is_own(text, at, scripts):
                yield Edit(at, at + 1, manner.signs[written])
        elif written == ".":
            yield Edit(at, at + 1, manner.full_stop)
        elif written[0] == ".":
            yield Edit(at, sign.end(), "…")


def _is_own(text: str, at: int, scripts: Scripts) -> bool:
    """Whether a sign belongs to right-to-left words, and to no number and no Latin name."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isdigit() and after.isdigit():
        return False
    if text[at] == "?" and after.isascii() and (after.isalnum() or after in "=&"):
        return not after
    if scripts.before(at) == "ltr":
        if text[at] == "?":
            return scripts.before(at, 1) == "rtl" and scripts.after(at) != "ltr"
        return scripts.after(at) == "rtl"
    return "rtl" in {scripts.before(at), scripts.after(at)}


def spaces(text: str, manner: Manner) -> Iterator[Edit]:  # noqa: ARG001 — as every rule
    """Give the edits that take the space before a sign away, and see that one follows it."""
    scripts = Scripts(text)
    found = {place.span() for place in _SPACES.finditer(text)} | set(_inside_quotes(text))
    for start, end in sorted(found):
        if start == end:
            if not scripts.keeps(start) or not scripts.keeps(start - 1):
                yield Edit(start, end, " ")
        elif text[start - 1 : start] in "،؛؟" and text[end : end + 1] not in "،؛؟)]»":
            if text[start:end] != " ":
                yield Edit(start, end, " ")
        else:
            yield Edit(start, end, "")


def latin_signs(text: str, manner: Manner) -> Iterator[Edit]:  # noqa: ARG001 — as every rule
    """Give the edits that make three dots one sign in a left-to-right text."""
    for dots in _LATIN_ELLIPSIS.finditer(text):
        yield Edit(dots.start(), dots.end(), "…")


def latin_spaces(text: str, manner: Manner) -> Iterator[Edit]:
    """Give the edits that keep a French sign on its word's line: the space before it stays."""
    if manner.spaced_signs:
        for space in _BEFORE_FRENCH_SIGNS.finditer(text):
            yield Edit(space.start(), space.end(), NO_BREAK_SPACE)


def _inside_quotes(text: str) -> Iterator[tuple[int, int]]:
    for quoted in _QUOTED.finditer(text):
        start, end = quoted.span(1)
        if inner := quoted[1].rstrip(" \u00a0"):
            if quoted.start() + 1 < start:
                yield quoted.start() + 1, start
            if start + len(inner) < end:
                yield start + len(inner), end


@lru_cache
def _units(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<=[{_D}])[ ](?=(?:(?:{words})(?![\w{_W}])|[%٪°€$₪]))")


def units(text: str, manner: Manner) -> Iterator[Edit]:
    """Give the edits that keep a number and its unit on one line."""
    for space in _units(manner.units).finditer(text):
        yield Edit(space.start(), space.end(), NO_BREAK_SPACE)

"""Characters that a reader never asked for: stretched, invisible, or shaped beforehand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from nashra.language.characters import DIRECTION_CONTROLS, TATWEEL
from nashra.language.copy_desk.fault import BREAK, LETTER, MARK, Fault

_KASHIDA = re.compile(rf"(?<=[{LETTER}{MARK}])\u0640++(?=[{LETTER}])")
_SHAPED = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]+")
"""Presentation forms; the signs of honour from U+FDF2 on are no shaped letters (Unicode 9.2)."""
_NO_WIDTH = "\u00ad\u180e\u200b\u2060\u2061\u2062\u2063\u2064\ufeff"
_INVISIBLE = re.compile(f"[{_NO_WIDTH}]+")
_JOINER = "\u200c"
_EDGE_JOINER = re.compile(r"\u200c++(?=[\s.،؛؟!:»)]|\Z)|(?<=\s)\u200c++|\u200c{2,}+")
_OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
_CLOSERS = {"\u202c": "\u202a\u202b\u202d\u202e", "\u2069": "\u2066\u2067\u2068"}
_MARKS = "\u061c\u200e\u200f"
_CONTROL_RUN = re.compile(f"[{_MARKS}]+")
_FAR = 8
_PLAIN = re.compile(f"[{LETTER}{MARK}\u05d0-\u05ea\\s،؛؟{BREAK}]*+")
"""Text that runs one way however it is marked."""


def kashidas(text: str) -> Iterator[Fault]:
    """Give the tatweel inside words; «هـ», «لـ» before Latin, and one below a mark are fine."""
    if TATWEEL not in text:
        return
    for found in _KASHIDA.finditer(text):
        yield Fault("kashida", *found.span(), "", certain=True)


def presentation_forms(text: str) -> Iterator[Fault]:
    """Give the letters that are stored as shapes: no search finds them (Unicode 9.2)."""
    for found in _SHAPED.finditer(text):
        letters = unicodedata.normalize("NFKC", found[0])
        yield Fault("presentation-form", *found.span(), letters, certain=" " not in letters)


def invisible(text: str) -> Iterator[Fault]:
    """Give the characters of no width that are no control of direction and join no letters.

    One beside a blank does nothing; one between two letters may be all that parts two words, and
    one that begins a line may keep it from being a list or a heading.
    """
    if not any(character in text for character in _NO_WIDTH + _JOINER):
        return
    for found in _INVISIBLE.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        in_line = before not in {"", "\n"}
        certain = in_line and (not before.strip() or not after.strip())
        yield Fault("invisible", *found.span(), "", certain=certain)
    for found in _EDGE_JOINER.finditer(text):
        yield Fault("invisible", *found.span(), "" if len(found[0]) == 1 else "\u200c")


def direction_controls(text: str) -> Iterator[Fault]:
    """Give the controls of direction that do nothing, and those that have no partner.

    A mark between what runs one way anyway is stray; one beside Latin, digits or brackets may be
    what puts them right, and stays (UAX 9 section 2).
    """
    if not DIRECTION_CONTROLS.search(text):
        return
    start = 0
    for line in text.split("\n"):
        if DIRECTION_CONTROLS.search(line):
            for fault in (*_marks(line), *_pairs(line)):
                yield Fault(
                    fault.rule, start + fault.start, start + fault.end, "", certain=fault.certain
                )
        start += len(line) + 1


def _marks(line: str) -> Iterator[Fault]:
    for found in _CONTROL_RUN.finditer(line):
        before = _seen(line[max(found.start() - _FAR, 0) : found.start()][::-1])
        after = _seen(line[found.end() : found.end() + _FAR])
        if _PLAIN.fullmatch(before) and _PLAIN.fullmatch(after):
            begins_blank = not found.start() and line[found.end() : found.end() + 1].isspace()
            yield Fault("bidi-control", *found.span(), "", certain=not begins_blank)


def _seen(side: str) -> str:
    """Give the first thing that is seen on one side; nothing at a line's edge."""
    return side.strip(f" \t\u00a0{_MARKS}{_OPENERS}\u202c\u2069")[:1]


def _pairs(line: str) -> Iterator[Fault]:
    opened: list[int] = []
    for at, character in enumerate(line):
        if character in _OPENERS:
            opened.append(at)
        elif character in _CLOSERS:
            if opened and line[opened[-1]] in _CLOSERS[character]:
                start = opened.pop()
                if _PLAIN.fullmatch(line, start + 1, at):
                    yield Fault("bidi-control", start, start + 1, "", certain=True)
                    yield Fault("bidi-control", at, at + 1, "", certain=True)
            else:
                yield Fault("bidi-control", at, at + 1, "", certain=not opened)
    for start in opened:
        plain = _PLAIN.fullmatch(line, start + 1) is not None
        yield Fault("bidi-control", start, start + 1, "", certain=plain)

"""The lines of a text as a person reads them: a headline, a byline, a paragraph each.

What programs left in it is taken out: entities of HTML, the breaks of a mail program that wraps at
a column, indents, the blanks that stand for a break.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from nashra.language.characters import INVISIBLE
from nashra.language.stray_characters import without_strays

_LINE_END = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,30}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_BREAK_OF_BLANKS = re.compile('(?<=[.؟!»"”:])[ ]*\u00a0[ \u00a0]{2,}(?=[^ \u00a0])')
"""Pages that knew no paragraphs parted them by no-break blanks, after a stop."""

_NARROWEST, _WIDEST = 40, 100
"""In characters: the columns at which programs wrap."""
_PAIRS = 3
"""So many lines must go on in the next, for a text to be wrapped."""
_MOSTLY = 0.95


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text in it."""

    text: str
    number: int
    """Counted from 1; the first, where a program had wrapped it."""


def lines_of(text: str) -> list[Line]:
    """Give the lines that hold something to read, without the blanks around them."""
    found = list(_blocks(_clean(text)))
    blocks = [[line for line in block if line.text] for block in found]
    if width := _width(blocks):
        return [line for block in blocks for line in _joined(block, width)]
    return [line for block in blocks for line in block]


def _clean(text: str) -> Iterator[Line]:
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    for number, raw in enumerate(_LINE_END.split(text), start=1):
        for part in _BREAK_OF_BLANKS.split(raw):
            clean = without_strays(part).replace("\t", " ").strip()
            yield Line(clean if INVISIBLE.sub("", clean).strip() else "", number)


def _blocks(lines: Iterator[Line]) -> Iterator[list[Line]]:
    for _, block in groupby(lines, key=lambda line: bool(line.text)):
        yield list(block)


def _width(blocks: Sequence[Sequence[Line]]) -> int:
    """Give the column at which a program wrapped the text, or 0: no line had room for more."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    width = max((len(line.text) for block in blocks for line in block if len(block) > 1), default=0)
    if len(pairs) < _PAIRS or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(line, after, width) for line, after in pairs)
    return width if full >= _MOSTLY * len(pairs) else 0


def _is_full(line: Line, after: Line, width: int) -> bool:
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width


def _joined(block: Sequence[Line], width: int) -> Iterator[Line]:
    if not block:
        return
    whole = block[0]
    for line, after in pairwise(block):
        if _is_full(line, after, width):
            whole = replace(whole, text=f"{whole.text} {after.text}")
        else:
            yield whole
            whole = after
    yield whole

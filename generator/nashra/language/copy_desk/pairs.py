"""Quotes and brackets that are opened and never closed, or closed and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from nashra.language.copy_desk.fault import BREAK, Fault

_PARTNER = {")": "(", "]": "[", "}": "{", "»": "«"}
_QUOTES = "«"
_SIGN = re.compile(r"[()\[\]{}«»]")
_ANY = '()[]{}«»"“”„'
_EITHER_WAY = (re.compile('"'), re.compile("[“”„]"))
"""Quotes that close as they open; of the curly ones Arabic papers write either first."""
_FIRST = 3
"""In characters: before this a sign begins its paragraph, blanks or not."""
_PARAGRAPH_END = re.compile(r"\n[ \t]*+(?=\n)")
_TEXT_END = re.compile(f"{BREAK}[{BREAK}\n]*+")
_ITEM = re.compile(r"(?:^|[\s(،؛,*])(?:\w{1,3}|[:;=]-?)\s?\Z")
"""What makes a closing bracket the sign of an item, «أ)» and «1)», or a face."""
_INSIDE_WORD = re.compile('[\u05d0-\u05ea]"[\u05d0-\u05ea]')
"""Hebrew's gershayim as they are typed."""
_INCHES = re.compile(r"\d\"(?![^\W\d_])")


def unbalanced(text: str) -> Iterator[Fault]:
    """Give the quotes and brackets without a partner.

    A bracket is closed in its paragraph. A quotation may go on for several; each may begin with
    the sign anew. Of quotes that close as they open, two odd paragraphs make one such quotation.
    """
    if not any(sign in text for sign in _ANY):
        return
    start = 0
    for end in [*_TEXT_END.finditer(text), None]:
        stop = end.start() if end else len(text)
        if stop > start:
            yield from _in_text(text, start, stop)
        start = end.end() if end else stop


def _in_text(text: str, start: int, stop: int) -> Iterator[Fault]:
    waiting: dict[str, list[int]] = {quote: [] for quote in _QUOTES}
    for begin, end in _paragraphs(text, start, stop):
        opened: dict[str, list[int]] = {opener: [] for opener in _PARTNER.values()}
        for sign in _SIGN.finditer(text, begin, end):
            at, partner = sign.start(), _PARTNER.get(sign[0])
            if partner is None:
                if at - begin < _FIRST and waiting.get(sign[0]):
                    waiting[sign[0]].pop()
                opened[sign[0]].append(at)
            elif opened[partner] or waiting.get(partner):
                (opened[partner] or waiting[partner]).pop()
            elif sign[0] != ")" or not _ITEM.search(text, max(at - 6, begin), at):
                yield _without_partner(at)
        for quote in _QUOTES:
            waiting[quote] += opened.pop(quote)
        yield from map(_without_partner, chain.from_iterable(opened.values()))
    yield from map(_without_partner, chain.from_iterable(waiting.values()))
    yield from map(_without_partner, _either_way(text, start, stop))


def _without_partner(at: int) -> Fault:
    return Fault("unbalanced", at, at + 1)


def _paragraphs(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for end in _PARAGRAPH_END.finditer(text, start, stop):
        yield start, end.start()
        start = end.end()
    yield start, stop


def _either_way(text: str, start: int, stop: int) -> Iterator[int]:
    """Give the quote that is left over of each kind that closes as it opens."""
    for quote in _EITHER_WAY:
        if not quote.search(text, start, stop):
            continue
        odd = [
            places[-1]
            for begin, end in _paragraphs(text, start, stop)
            if len(places := _places(quote, text, begin, end)) % 2
        ]
        if len(odd) % 2:
            yield odd[-1]


def _places(quote: re.Pattern[str], text: str, begin: int, end: int) -> list[int]:
    return [
        at
        for at in map(re.Match.start, quote.finditer(text, begin, end))
        if not at or not (_INSIDE_WORD.match(text, at - 1) or _INCHES.match(text, at - 1))
    ]

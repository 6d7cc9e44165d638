"""Where a text holds what runs against it: names, addresses, telephone numbers.

Source: W3C, "Inline markup and bidirectional text in HTML": a run of the other direction is put
into an element of its own, with the signs that belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nashra.language.characters import (
    ARABIC_DIGITS,
    EUROPEAN_DIGITS,
    LEFT_TO_RIGHT_LETTERS,
    RIGHT_TO_LEFT_LETTERS,
    RIGHT_TO_LEFT_MARKS,
)


class Span(NamedTuple):
    """A run of a text, and the way it runs."""

    start: int
    end: int
    direction: str
    """`ltr` or `rtl`."""
    forced: bool = False
    """Whether even its digits would be drawn in another order than they are written."""


_L, _R = LEFT_TO_RIGHT_LETTERS, RIGHT_TO_LEFT_LETTERS
_E, _D = EUROPEAN_DIGITS, EUROPEAN_DIGITS + ARABIC_DIGITS
_MONEY = "$\u00a3\u00a5\u20aa\u20ac"
OPPOSITE = {
    "rtl": re.compile(f"[{_L}{_D}]"),
    "ltr": re.compile(f"[{_R}]"),
}
"""What a text has to hold for anything in it to run the other way."""
_OTHER = {"rtl": "ltr", "ltr": "rtl"}
_STRONG = {"rtl": re.compile(f"[{_R}]"), "ltr": re.compile(f"[{_L}]")}

_LATIN = re.compile(
    rf"""
      (?P<address>
        (?:https?://|www\.) [^\s<>"«»“”،؛؟\ufffc]* [^\s<>"'«»“”،؛؟.,;:!?)\]\ufffc]
      )
    | (?P<phone>
          (?<![\w+]) \+ [{_D}]{{1,4}} (?: [ \u00a0.-] \(?[{_D}]{{1,6}}\)? ){{0,6}}
        | (?<![\w.,/:+-]) (?: \(0[{_D}]{{1,3}}\) | [0٠۰][{_D}]{{1,3}} )
          [ \u00a0-]? [{_D}]{{3,8}} (?: [ \u00a0-] [{_D}]{{2,4}} ){{0,2}} (?![\w])
      )
    | (?P<date> (?<![\w-]) [{_D}]{{1,5}} (?: -[{_D}]{{1,5}} ){{2,6}} (?![\w-]) )
    | (?P<groups> (?<![\w.,+-]) [{_D}]{{1,3}} (?: [ ][{_D}]{{3}} ){{1,6}} (?![\w]) )
    | (?P<amount>
          (?<![\w)\]»%-]) [-+±\u2212] [{_MONEY}]? [{_E}]+ (?: [.,:/\u066b\u066c][{_E}]+ )*
          (?! [{_L}] ) %?
        | (?<!\w) [{_MONEY}#] [{_E}]+ (?: [.,\u066b\u066c][{_E}]+ )* (?! [{_L}] )
      )
    | (?P<word>
        (?: (?<![\w.]) \. (?=[{_L}]) | [@\#]{{1,2}} (?=[{_E}]*[{_L}]) )?
        [{_L}{_E}]+ (?: [-._/&'’+@\#:%=~]{{1,2}} [{_L}{_E}]+ )*
        (?: (?: [+\#*] | / (?!\w) ){{1,3}} | % )?
      )
    """,
    re.VERBOSE,
)
"""What may run left to right in a text that does not."""
_BEGINNING = re.compile(f"[{_L}{_D}{_MONEY}@#.(+\u00b1\u2212-]")
"""What any of these begins with."""
_SIGNED = re.compile(rf"\+[{_E}]+(?:[.,][{_E}]+)?")
_ENOUGH_DIGITS = 7
"""Groups of fewer digits than this are numbers with a space between, not a telephone's."""
_JOINS = re.compile(
    r"[ \u00a0\n]?[\"'“(\[]|[\"'”)\]]?[,;:.!?]?[ \u00a0\n]?[-–—&+/|]?[ \u00a0\n]?[\"'“(\[]?"
)
"""What may stand between the words of one name or of one sentence."""
_INITIALS = re.compile(f"(?:[{_L}][.])+[{_L}]")
_COUNTED = re.compile(
    r"[ \u00a0]?[%٪]|[ \u00a0](?:مرة|مرات|مرتين|ألف|آلاف|مليون|ملايين|مليار|بالمئة|بالمائة"
    r"|في المئة|في المائة|دولار|يورو|ريال|درهم|دينار|جنيه|نقطة|نقاط"
    r"|هزار|میلیون|میلیارد|درصد|بار|ہزار|لاکھ|פעמים|אלף|מיליון|אחוז)"
)
"""What says that a number counts things and is no part of the name before it."""
_LETTERS_OF_THE_RIGHT = re.compile(
    rf"[{_R}][{_R}{RIGHT_TO_LEFT_MARKS}]*"
    rf"(?: [ ,.:;،؛\u00a0\n\"'״׳()«»\u2013-]{{0,3}} [{_D}]{{0,12}} [ ,،\u00a0-]{{0,2}}"
    rf" [{_R}{RIGHT_TO_LEFT_MARKS}]+ )*"
    r"[؟،؛۔]?",
    re.VERBOSE,
)


def opposite_runs(text: str, base: str) -> tuple[Span, ...]:
    """Give what runs against a text of a base direction, or would be drawn in another order.

    In right-to-left text those are Latin names with the signs that belong to them, addresses,
    telephone numbers, signed numbers, dates with hyphens. A text with no letter of the base's
    direction is one run, from its first sign to its last.
    """
    if not OPPOSITE[base].search(text):
        return ()
    if runs_opposite(text, base):
        start = len(text) - len(text.lstrip())
        return (Span(start, len(text.rstrip()), _OTHER[base]),)
    if base == "ltr":
        return tuple(
            Span(run.start(), run.end(), "rtl") for run in _LETTERS_OF_THE_RIGHT.finditer(text)
        )
    return tuple(_latin(text))


def runs_opposite(text: str, base: str) -> bool:
    """Whether a text has letters, and all of them run against the base direction."""
    return not _STRONG[base].search(text) and bool(_STRONG[_OTHER[base]].search(text))


def _latin(text: str) -> Iterator[Span]:
    """Give the left-to-right runs of a right-to-left text, words of one name together."""
    run: _Words | None = None
    for token in _tokens(text):
        is_word = token.lastgroup in {"word", "address"} and bool(_STRONG["ltr"].search(token[0]))
        if run is None or not run.reaches(token):
            if run:
                yield from run.spans()
            run = _Words(text) if is_word else None
        if run is None:
            yield from _number(token)
        elif is_word:
            run.add(token)
        else:
            run.waiting.append(token)
    if run:
        yield from run.spans()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    """Give what may run left to right; only where one may begin is it looked for."""
    at = 0
    while beginning := _BEGINNING.search(text, at):
        token = _LATIN.match(text, beginning.start())
        at = token.end() if token else beginning.end()
        if token:
            yield token


class _Words:
    """Words that stand beside each other and are read as one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._end = -1
        self._last = ""
        self._open: list[tuple[int, int]] = []
        """The ends of what stands before and after each bracket that is not closed yet."""
        self._quotes = 0
        self.waiting: list[re.Match[str]] = []
        """Numbers after the words, which belong to them if more words follow."""

    def reaches(self, token: re.Match[str]) -> bool:
        """Whether nothing but a blank and a sign or two stands before the next token."""
        end = self.waiting[-1].end() if self.waiting else self._end
        between = self._text[end : token.start()]
        if not between or not _JOINS.fullmatch(between):
            return not between and token.lastgroup == "word"
        return not set(between) & {")", "]"} or bool(self._open)

    def add(self, token: re.Match[str]) -> None:
        """Take a word in, with what stands before it."""
        for each in [*self.waiting, token]:
            between = self._text[self._end : each.start()] if self._end >= 0 else ""
            self._quotes += between.count('"')
            for sign in between:
                if sign in "([":
                    self._open.append((self._end, each.start()))
                elif sign in ")]" and self._open:
                    self._open.pop()
            self._end = each.end()
        self._start = token.start() if self._start < 0 else self._start
        self._last = token[0]
        self.waiting.clear()

    def spans(self) -> Iterator[Span]:
        """Give the words as one run, with the number after them, and what else waits."""
        rest = self.waiting
        if rest and self._is_named_by(rest[0]):
            self.add(rest[0])
            rest = []
        end = self._closed()
        if self._open:
            before, after = self._open[0]
            yield Span(self._start, before, "ltr")
            yield Span(after, end, "ltr")
        else:
            yield Span(self._start, end, "ltr")
        for token in rest:
            yield from _number(token)

    def _closed(self) -> int:
        """Give the end of the words, with the signs after them that close what they open."""
        end, text = self._end, self._text
        if text[end : end + 1] == "." and _INITIALS.fullmatch(self._last):
            end += 1
        while end < len(text) and (
            (text[end] in ")]" and self._open) or (text[end] == '"' and self._quotes % 2)
        ):
            if text[end] == '"':
                self._quotes += 1
            else:
                self._open.pop()
            end += 1
        return end

    def _is_named_by(self, number: re.Match[str]) -> bool:
        """Whether a number is part of a name, as in «iPhone 15», and counts nothing."""
        return (
            number.lastgroup == "word"
            and number.start() == self._end + 1
            and self._text[self._end] in " \u00a0"
            and not number[0].endswith("%")
            and not _COUNTED.match(self._text, number.end())
        )


def _number(token: re.Match[str]) -> Iterator[Span]:
    """Give a number as a run where right-to-left text would draw it in another order."""
    written = token[0]
    digits = sum(character.isdigit() for character in written)
    if token.lastgroup == "word" or (token.lastgroup == "phone" and written.isdigit()):
        return
    if token.lastgroup == "phone" and digits < _ENOUGH_DIGITS:
        if amount := _SIGNED.match(written):
            yield Span(token.start(), token.start() + amount.end(), "ltr")
        return
    forced = any("٠" <= character <= "٩" for character in written)
    yield Span(token.start(), token.end(), "ltr", forced=forced)

"""The body of plain copy: paragraphs, sub-heads, lists, and headlines of related stories.

A line of a dash and a headline, after a paragraph, names another story, while the same dash after a
line that ends in a colon makes a list; a cue such as «اقرأ أيضا» settles it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby, takewhile

from nashra.importers.copy import ListLines, Paragraph, Part, RelatedLines, Role, SubHead, Taken
from nashra.importers.copy_lines import Line
from nashra.importers.known_cues import is_cue
from nashra.importers.signature import byline
from nashra.language.characters import INVISIBLE
from nashra.language.digits import to_latin

LONGEST_HEADLINE = 200
"""In characters: no headline is longer."""
MOST_RELATED = 4
"""How many lines may stand together as headlines of other stories."""
_CONVERSATION = 3
"""So many lone lines with a dash are the questions of an interview."""
_CLOSING_WORDS = 4
"""So many words a line with a dash at a story's end has, to be another story's headline."""
_LONGEST_SUB_HEAD, _SUB_HEAD_WORDS = 45, 5
"""In characters and in words."""
_LONG = 60
"""In characters: a paragraph between which sub-heads stand has so many."""
_LONGEST_BELOW_CUE, _MOST_BELOW_CUE = 120, 10
"""In characters and in lines: the headlines after a cue."""

_ITEM = re.compile(rf"{INVISIBLE.pattern}*[-–—ـ*•»›▪●◦■◄►➢✓]\s+(?=.*[^\W_])(.+)")
_NUMBERED = re.compile(r"\(?(\d{1,2})\s*[-–ـ.)]+\s*(?=[^\d\s])(.+)")
_CUE_ENDS = re.compile(r"\s*(?:[:：|]|\.{2,}|…)\s*")
_NO_SUB_HEAD = re.compile(r"[\d#@/_<>:؛…،,.!?؟»\"”)\]-]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of a body, and what its lines were taken for."""

    part: Part
    taken: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands before a line."""

    text: str
    """The last line's."""
    number: int
    """Of the last item that had a number; 0 where there is none."""
    is_talk: bool
    """Whether the whole is an interview."""


_Rule = Callable[[Sequence[Line], _Context], tuple[Sequence[Placed], int]]
"""Gives the parts that the first lines are, and how many lines these were; none if it is silent."""


def _placed(part: Part, role: Role, lines: Iterable[Line]) -> Placed:
    return Placed(part, tuple(Taken(line.number, line.text, role) for line in lines))


def _related_by_cue(lines: Sequence[Line], context: _Context) -> tuple[Sequence[Placed], int]:  # noqa: ARG001
    """Read a cue and the headlines after it, on its line or on the lines below."""
    cue, *after = lines
    said, *rest = _CUE_ENDS.split(_without_mark(cue.text), maxsplit=1)
    if not is_cue(said):
        return (), 0
    named = [rest[0]] if rest and rest[0] else []
    marked = list(takewhile(lambda line: is_item(line.text), after))
    if not marked and not named:
        marked = list(takewhile(_may_be_headline, after))
    below = marked[:_MOST_BELOW_CUE]
    headlines = (*named, *(_without_mark(line.text) for line in below))
    if not headlines or any(len(headline) > LONGEST_HEADLINE for headline in headlines):
        return (), 0
    role = Role.RELATED if named else Role.RELATED_CUE
    told = Taken(cue.number, cue.text, role)
    placed = _placed(RelatedLines(headlines), Role.RELATED, below)
    return [Placed(placed.part, (told, *placed.taken))], 1 + len(below)


def _may_be_headline(line: Line) -> bool:
    short = len(line.text) <= _LONGEST_BELOW_CUE and not is_cue(line.text)
    return short and line.text[-1] not in ".؟!:،؛…»"


def _numbered(lines: Sequence[Line], context: _Context) -> tuple[Sequence[Placed], int]:
    """Read lines that count: from 1, at least two of them, or on from the list before."""
    first = _number(lines[0])
    if first not in {1, context.number + 1}:
        return (), 0
    run = [
        line
        for line, _ in takewhile(
            lambda pair: _number(pair[0]) == pair[1], zip(lines, count(first), strict=False)
        )
    ]
    if first == 1 and len(run) == 1:
        return (), 0
    items = tuple(found[2] for line in run if (found := _NUMBERED.match(line.text)))
    return [_placed(ListLines(items, first), Role.LIST, run)], len(run)


def _number(line: Line) -> int:
    found = _NUMBERED.match(line.text)
    return int(to_latin(found[1])) if found else 0


def _items(lines: Sequence[Line], context: _Context) -> tuple[Sequence[Placed], int]:
    """Read lines with a mark: by what stands before them, a list or other stories' headlines."""
    run = list(takewhile(lambda line: is_item(line.text), lines))
    if not run:
        return (), 0
    items = tuple(_without_mark(line.text) for line in run)
    question = context.is_talk and len(items) == 1
    closing = len(run) == len(lines)
    if introduces(context.text) or len(items) > MOST_RELATED:
        placed = _placed(ListLines(items), Role.LIST, run)
    elif (
        context.text and not question and all(_is_headline(item, closing=closing) for item in items)
    ):
        placed = _placed(RelatedLines(items), Role.RELATED, run)
    elif len(items) > 1:
        placed = _placed(ListLines(items), Role.LIST, run)
    else:
        placed = _placed(Paragraph(run[0].text), Role.PARAGRAPH, run)
    return [placed], len(run)


def _sub_head(lines: Sequence[Line], context: _Context) -> tuple[Sequence[Placed], int]:
    """Read a few words without a stop that stand between two long paragraphs."""
    line, *after = lines
    text = line.text
    short = len(text) <= _LONGEST_SUB_HEAD and len(text.split()) <= _SUB_HEAD_WORDS
    if not short or not after or _NO_SUB_HEAD.search(text) or byline(text):
        return (), 0
    around = (context.text, after[0].text)
    right_to_left = bool(_RIGHT_TO_LEFT.search(text))
    if any(
        len(each) < _LONG or bool(_RIGHT_TO_LEFT.search(each)) is not right_to_left
        for each in around
    ):
        return (), 0
    return [_placed(SubHead(text), Role.SUB_HEAD, [line])], 1


def _paragraph(lines: Sequence[Line], context: _Context) -> tuple[Sequence[Placed], int]:  # noqa: ARG001
    return [_placed(Paragraph(lines[0].text), Role.PARAGRAPH, lines[:1])], 1


_RULES: tuple[_Rule, ...] = (_related_by_cue, _numbered, _items, _sub_head, _paragraph)


def body_of(lines: Sequence[Line], *, before: str = "") -> list[Placed]:
    """Give the parts of a body, each line in one; `before` is the standfirst over it."""
    runs = ((mark, list(run)) for mark, run in groupby(lines, key=lambda line: is_item(line.text)))
    talk = sum(mark and len(run) == 1 for mark, run in runs) >= _CONVERSATION
    context = _Context(before, 0, talk)
    found: list[Placed] = []
    at = 0
    while at < len(lines):
        placed, used = next(done for rule in _RULES if (done := rule(lines[at:], context))[1])
        found += placed
        at += used
        context = _after(placed[-1].part, lines[at - 1].text, context)
    return found


def _after(part: Part, text: str, context: _Context) -> _Context:
    match part:
        case ListLines(items, int(first)):
            return replace(context, text=text, number=first + len(items) - 1)
        case _:
            return replace(context, text=text)


def _is_headline(text: str, *, closing: bool) -> bool:
    """Tell a headline from a sentence, and from the signature of a quoted post.

    At a story's end a headline has some words at least: «انتهى» and a writer's name are none.
    """
    stops = text.endswith(".") and not text.endswith("..")
    too_short = closing and len(text.split()) < _CLOSING_WORDS
    return len(text) <= LONGEST_HEADLINE and not (stops or too_short) and "(@" not in text


def is_item(line: str) -> bool:
    """Tell a line that begins with the mark of a list."""
    return _ITEM.match(line) is not None


def introduces(line: str) -> bool:
    """Tell a line that ends in a colon."""
    return INVISIBLE.sub("", line).rstrip().endswith(":")


def _without_mark(line: str) -> str:
    found = _ITEM.match(line)
    return found[1] if found else line

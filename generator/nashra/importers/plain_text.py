"""Plain newsroom copy: a headline, a standfirst, and one paragraph a line.

The rules come from reading some 55,000 stories of 25 Arabic outlets: 95 % of headlines are under
76 characters and the longest has 181; a line of a dash and a headline, after a paragraph, names
another story, while the same dash after a line that ends in a colon makes a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from nashra.errors import ContentError, Problem, Words
from nashra.importers.copy import Copy, ListLines, Paragraph, Part, RelatedLines, Writer
from nashra.importers.encoding import text_of
from nashra.importers.signature import Signature, byline, dateline, is_outlet
from nashra.language.characters import INVISIBLE
from nashra.language.folding import fold
from nashra.language.stray_characters import without_strays

LONGEST_HEADLINE = 200
"""In characters: a longer first line is a paragraph."""
LONGEST_STANDFIRST = 200
"""In characters: a longer second line is a paragraph."""
MOST_RELATED = 4
"""How many lines may stand together as headlines of other stories."""
_CONVERSATION = 3
"""So many lone lines with a dash are the questions of an interview."""
_CLOSING_WORDS = 4
"""So many words a line with a dash at a story's end has, to be another story's headline."""
_CUT_TITLE = 100
"""In characters: how much of a first paragraph makes a title where there is no headline."""

_LINE_END = re.compile("\r\n|[\n\r\v\f\u2028\u2029]")
_ITEM = re.compile(rf"{INVISIBLE.pattern}*[-–—ـ*•]\s+(?=.*[^\W_])(.+)")


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text files, in whatever encoding."""

    name: str = "text"
    suffixes: tuple[str, ...] = (".txt",)
    encoding: str = ""
    """What a person said that they are in; unless told, it is found."""

    def claims(self, path: Path, head: bytes) -> bool:  # noqa: ARG002
        """Tell that every file with this ending is a text."""
        return True

    def in_encoding(self, encoding: str) -> PlainText:
        """Give the same for files in an encoding."""
        return replace(self, encoding=encoding)

    def read(self, path: Path, *, file: str) -> Iterator[Copy]:
        """Take a story's text apart.

        Raises:
            ContentError: its encoding cannot be told for certain, or it holds no text.

        """
        decoded = text_of(path.read_bytes(), file=file, told=self.encoding)
        copy = parse(decoded.text, file=file)
        yield replace(copy, problems=(*decoded.problems, *copy.problems))


def parse(text: str, *, file: str) -> Copy:
    """Take a story's text apart. No line is lost: each is the title, the summary or a part.

    Raises:
        ContentError: there is no text.

    """
    lines = _lines(text)
    if not lines:
        raise ContentError([_empty(file)])
    signed, lines = _without_outlet(lines)
    if len(lines[0]) > LONGEST_HEADLINE:
        return _signed(Copy(_beginning(lines[0]), "", _parts(lines), title_is_cut=True), signed)
    title, *lines = lines
    if lines and fold(title) and fold(lines[0]) == fold(title):
        lines = lines[1:]
    said, lines = _without_byline(lines)
    signed = signed.with_(said)
    summary = ""
    opened, lines = _without_dateline(lines)
    if said == opened == Signature() and _has_standfirst([title, *lines]):
        summary, *lines = lines
        said, lines = _without_byline(lines)
        signed = signed.with_(said)
        opened, lines = _without_dateline(lines)
    parts = _parts(lines, before=summary)
    return _signed(Copy(" ".join(title.split()), summary, parts), signed.with_(opened))


def _signed(copy: Copy, signed: Signature) -> Copy:
    return replace(copy, writers=signed.writers, source=signed.source, place=signed.place)


def _without_outlet(lines: list[str]) -> tuple[Signature, list[str]]:
    """Take away a first line that names who publishes, over a text without a headline."""
    headless = len(lines) > 1 and len(lines[1]) > LONGEST_HEADLINE
    if not headless or not is_outlet(lines[0]):
        return Signature(), lines
    return Signature(writers=(Writer(lines[0].rstrip(":").strip()),)), lines[1:]


def _without_byline(lines: list[str]) -> tuple[Signature, list[str]]:
    """Take away a byline that stands over a body."""
    if len(lines) > 1 and (said := byline(lines[0])):
        return said, lines[1:]
    return Signature(), lines


def _without_dateline(lines: list[str]) -> tuple[Signature, list[str]]:
    """Take away the dateline with which a body begins."""
    if lines and not _is_item(lines[0]) and (found := dateline(lines[0])):
        said, rest = found
        return said, [rest, *lines[1:]]
    return Signature(), lines


def _lines(text: str) -> list[str]:
    text = without_strays(text).replace("\t", " ")
    lines = (line.strip() for line in _LINE_END.split(text))
    return [line for line in lines if INVISIBLE.sub("", line).strip()]


def _has_standfirst(lines: Sequence[str]) -> bool:
    if len(lines) < 3 or len(lines[1]) > LONGEST_STANDFIRST or _is_item(lines[1]):  # noqa: PLR2004
        return False
    if _introduces(lines[1]) and _is_item(lines[2]):
        return False
    return not all(map(_is_item, lines[2:]))


def _parts(lines: Sequence[str], *, before: str = "") -> tuple[Part, ...]:
    """Give the parts of a body; `before` is the standfirst that stands over it."""
    runs = [(is_item, list(run)) for is_item, run in groupby(lines, key=_is_item)]
    conversation = sum(is_item and len(run) == 1 for is_item, run in runs) >= _CONVERSATION
    parts: list[Part] = []
    for index, (is_item, run) in enumerate(runs):
        if not is_item:
            parts += map(Paragraph, run)
            before = run[-1]
            continue
        items = tuple(match[1] for line in run if (match := _ITEM.match(line)))
        closing = index + 1 == len(runs)
        question = conversation and len(items) == 1
        if _introduces(before) or len(items) > MOST_RELATED:
            parts.append(ListLines(items))
        elif before and not question and all(_is_headline(item, closing=closing) for item in items):
            parts.append(RelatedLines(items))
        else:
            parts.append(ListLines(items) if len(items) > 1 else Paragraph(run[0]))
    return tuple(parts)


def _is_headline(text: str, *, closing: bool) -> bool:
    """Tell a headline from a sentence, and from the signature of a quoted post.

    At a story's end a headline has some words at least: «انتهى» and a writer's name are none.
    """
    stops = text.endswith(".") and not text.endswith("..")
    too_short = closing and len(text.split()) < _CLOSING_WORDS
    return len(text) <= LONGEST_HEADLINE and not (stops or too_short) and "(@" not in text


def _is_item(line: str) -> bool:
    return _ITEM.match(line) is not None


def _introduces(line: str) -> bool:
    return INVISIBLE.sub("", line).rstrip().endswith(":")


def _beginning(line: str) -> str:
    words = " ".join(line.split())[: _CUT_TITLE + 1].rsplit(" ", 1)
    return words[0][:_CUT_TITLE].rstrip("،,؛;:.- ") + "…"


def _empty(file: str) -> Problem:
    return Problem(
        file,
        None,
        Words("الملف فارغ.", "The file is empty."),
        Words(
            "اكتب العنوان في السطر الأول والنص تحته.",
            "Write the headline on the first line and the text below it.",
        ),
    )

"""The headline that a Markdown text has in itself: its first heading, or its first line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nashra.importers.copy_body import LONGEST_HEADLINE
from nashra.importers.untitled import cut

_HEADING = re.compile(r"[ ]{0,3}#[ \t]*(?!#)(\S[^\n]*)")
_ID = re.compile(r"[ \t]*\{[:#][^{}]*\}[ \t]*$")
_UNDERLINE = re.compile(r"={2,}[ \t]*")
_BLOCK = re.compile(r"[ ]{0,3}(?:[-+*>|]|#|\d{1,3}[.)]|`{3}|~{3}|///|!\[|<|\{|\[)")
"""How a line begins that is no sentence of a text."""
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_MARKS = re.compile(r"\\([\\`*_{}\[\]()#+.!-])|\*+|`+|(?<!\w)_+|_+(?!\w)")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, and the text without it."""

    title: str
    body: str
    is_cut: bool = False
    """Whether it is only the beginning of what the text says."""


def from_heading(body: str) -> Headline | None:
    """Give the headline of a text that begins with a heading of the first level."""
    lines = body.lstrip("\n").split("\n")
    at = next((at for at, line in enumerate(lines) if line.strip()), None)
    if at is None:
        return None
    if found := _HEADING.fullmatch(lines[at]):
        text = _ID.sub("", found[1].rstrip()).rstrip("#") if found else ""
        return Headline(plain(text), _rest(lines, at + 1)) if plain(text) else None
    underlined = at + 1 < len(lines) and _UNDERLINE.fullmatch(lines[at + 1])
    if underlined and not _BLOCK.match(lines[at]) and plain(lines[at]):
        return Headline(plain(lines[at]), _rest(lines, at + 2))
    return None


def from_first_line(body: str) -> Headline:
    """Give the headline of a text without one: its first line, or the beginning of that."""
    lines = body.split("\n")
    at = next((at for at, line in enumerate(lines) if plain(line)), None)
    if at is None:
        return Headline("", body)
    line = plain(lines[at])
    if len(line) <= LONGEST_HEADLINE and not _BLOCK.match(lines[at]):
        return Headline(line, "\n".join(lines[:at]) + _rest(lines, at + 1))
    words = plain(_BLOCK.sub("", lines[at])) or line
    return Headline(cut(words), body, is_cut=True)


def plain(markdown: str) -> str:
    """Give a line of Markdown as a reader sees it, on one line."""
    text = _LINK.sub(r"\1", markdown)
    return " ".join(_MARKS.sub(lambda mark: mark[1] or "", text).split())


def _rest(lines: list[str], at: int) -> str:
    return "\n".join(lines[at:])

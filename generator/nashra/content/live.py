"""A live story's entries: each a heading of the second level that begins with a time.

    ## 14:05 وصول أول القوارب
    ## 24 نوفمبر 2026 09:30 الميناء يفتح من جديد

A time alone is of the day that was named last above it, at first the story's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo

from nashra.content.markdown import Body, Renderer
from nashra.language import dates
from nashra.model import LiveEntry

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"##[ \t]+(\S[^\n]*)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?:[ \t\u00a0\u202f]?(?:ص|م|am|pm)(?![^\W\d_]))?")
_BETWEEN = " \t-–—:،,|"


@dataclass(frozen=True, slots=True)
class Coverage:
    """A live story's body: what stands above its entries, and the entries, the newest first."""

    above: Body
    entries: tuple[LiveEntry, ...]
    media: tuple[str, ...]
    words: int


def coverage(
    text: str, renderer: Renderer, *, begins: datetime, zone: tzinfo, language: str = ""
) -> Coverage:
    """Read a live story's body; `begins` is the story's own date."""
    pieces = list(_pieces(text, begins.astimezone(zone), zone))
    above = renderer.render(pieces[0].text, language=language)
    bodies = [renderer.render(piece.text, language=language) for piece in pieces[1:]]
    anchors: set[str] = set()
    typeset = renderer.typesetter(language).text
    entries = [
        LiveEntry(piece.moment, typeset(piece.title), body.parts, _anchor(piece.moment, anchors))
        for piece, body in zip(pieces[1:], bodies, strict=True)
    ]
    return Coverage(
        above,
        tuple(sorted(entries, key=lambda entry: entry.moment, reverse=True)),
        tuple(dict.fromkeys(path for body in (above, *bodies) for path in body.media)),
        above.words + sum(body.words for body in bodies),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    moment: datetime
    title: str
    text: str


def _pieces(text: str, begins: datetime, zone: tzinfo) -> Iterator[_Piece]:
    """Give the text above the first entry, then each entry as it stands in the file."""
    moment, title, lines = begins, "", list[str]()
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip().startswith(fence)):
            fence = "" if fence else mark[1]
        stamp = None if fence else _stamp(line, moment, zone)
        if stamp:
            yield _Piece(moment, title, "\n".join(lines))
            (moment, title), lines = stamp, []
        else:
            lines.append(line)
    yield _Piece(moment, title, "\n".join(lines))


def _stamp(line: str, above: datetime, zone: tzinfo) -> tuple[datetime, str] | None:
    heading = _HEADING.fullmatch(line.rstrip())
    clock = _CLOCK.search(heading[1]) if heading else None
    if not heading or not clock:
        return None
    day = heading[1][: clock.start()].strip(_BETWEEN) or f"{above:%Y-%m-%d}"
    try:
        moment = dates.parse(f"{day} {clock[0]}", zone=zone)
    except (ValueError, OverflowError):
        return None
    return moment, heading[1][clock.end() :].strip(_BETWEEN + "#")


def _anchor(moment: datetime, taken: set[str]) -> str:
    anchor = first = f"at-{moment:%Y%m%d-%H%M}"
    number = 1
    while anchor in taken:
        number += 1
        anchor = f"{first}-{number}"
    taken.add(anchor)
    return anchor

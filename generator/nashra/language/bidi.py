"""Text in which what runs the other way stands apart, so that it comes out as it was written.

The Unicode Bidirectional Algorithm (UAX 9) gives signs at the edge of a foreign run to the text
around it: `C++` in an Arabic line is drawn `++C`. In HTML each foreign run gets a `<bdi>`; where
no markup can stand, the isolating characters of UAX 9 section 2.4 do the same.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from unicodedata import bidirectional

from nashra.language import direction
from nashra.language.characters import (
    ARABIC_DIGITS,
    DIRECTION_CONTROLS,
    EUROPEAN_DIGITS,
    LEFT_TO_RIGHT_LETTERS,
    RIGHT_TO_LEFT_LETTERS,
    RIGHT_TO_LEFT_SIGNS,
)
from nashra.language.opposite_runs import OPPOSITE, Span, opposite_runs

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END_OF_ISOLATE = "\u2069"
_OVERRIDE, _END_OF_OVERRIDE = "\u202d", "\u202c"
_KEPT = 8192

_STANDS_ALONE = {
    "rtl": re.compile(
        rf"[{LEFT_TO_RIGHT_LETTERS}]"
        rf"(?:[^{RIGHT_TO_LEFT_LETTERS}{RIGHT_TO_LEFT_SIGNS}{ARABIC_DIGITS}]*[{LEFT_TO_RIGHT_LETTERS}{EUROPEAN_DIGITS}][)\]]*)?\Z"
    ),
    "ltr": re.compile(
        rf"[{RIGHT_TO_LEFT_LETTERS}](?:[^{LEFT_TO_RIGHT_LETTERS}]*[{RIGHT_TO_LEFT_LETTERS}])?\Z"
    ),
}
"""A run that begins and ends with its own letters: the signs in it stay where they are."""
_LETTER = {
    "rtl": re.compile(f"[{RIGHT_TO_LEFT_LETTERS}]"),
    "ltr": re.compile(f"[{LEFT_TO_RIGHT_LETTERS}]"),
}
_SIGN = re.compile(f"[{RIGHT_TO_LEFT_SIGNS}{ARABIC_DIGITS}]")
_NEXT = re.compile(rf"[{LEFT_TO_RIGHT_LETTERS}{RIGHT_TO_LEFT_LETTERS}]|\d")


def element(written: str, run: Span) -> tuple[str, dict[str, str]]:
    """Give the tag and attributes of the element that isolates a run, by what is written in it."""
    if run.forced:
        return "bdo", {"dir": run.direction}
    if direction.of_text(written) == run.direction:
        return "bdi", {}
    return "bdi", {"dir": run.direction}


def start_tag(tag: str, attributes: dict[str, str]) -> str:
    """Give an element's start tag."""
    return "".join([f"<{tag}", *(f' {name}="{value}"' for name, value in attributes.items()), ">"])


@lru_cache(maxsize=_KEPT)
def isolated_html(text: str, base: str) -> str:
    """Give a text escaped for HTML, with `<bdi>` around each run that is not of the base direction.

    A text with direction controls of its own is left as its writer ordered it.
    """
    runs = opposite_runs(text, base)
    if not runs or DIRECTION_CONTROLS.search(text):
        return html.escape(text)
    parts, end = [], 0
    for run in runs:
        written = text[run.start : run.end]
        tag, attributes = element(written, run)
        parts += [html.escape(text[end : run.start]), start_tag(tag, attributes)]
        parts += [html.escape(written), f"</{tag}>"]
        end = run.end
    return "".join([*parts, html.escape(text[end:])])


@lru_cache(maxsize=_KEPT)
def isolated_plain(text: str, base: str, *, guessed: bool = False) -> str:
    """Give a text with isolating characters around the runs that would come out wrong without.

    `guessed` is for places whose direction readers guess from the first strong letter, such as
    `<title>` and a feed: a text of the base direction that begins with another letter then gets
    a mark before it, and one with no letter of the base direction is left alone.
    """
    if not OPPOSITE[base].search(text):
        return text
    if DIRECTION_CONTROLS.search(text) or (guessed and not _LETTER[base].search(text)):
        return text
    runs = opposite_runs(text, base)
    signs = base == "ltr" and bool(_SIGN.search(text))
    parts, end = [], 0
    for run in runs:
        written = text[run.start : run.end]
        parts += [
            text[end : run.start],
            _apart(written, run) if signs or _needs(text, run, base) else written,
        ]
        end = run.end
    plain = "".join([*parts, text[end:]])
    if guessed and direction.of_text(plain) not in {base, ""}:
        plain = (RIGHT_TO_LEFT_MARK if base == "rtl" else LEFT_TO_RIGHT_MARK) + plain
    return plain


def left_to_right(text: str) -> str:
    """Give what reads from the left, such as `2026-12-01 10:00`, for a line of any direction."""
    return _ISOLATES["ltr"] + text + _END_OF_ISOLATE


def _apart(written: str, run: Span) -> str:
    if run.forced:
        written = _OVERRIDE + written + _END_OF_OVERRIDE
    return _ISOLATES[run.direction] + written + _END_OF_ISOLATE


def _draws_a_sign(text: str, run: Span) -> bool:
    """Whether a number at a run's edge would take the sign beside it along (UAX 9, W5)."""
    edges = (
        (text[run.end - 1 : run.end], text[run.end : run.end + 1]),
        (text[run.start : run.start + 1], text[max(0, run.start - 1) : run.start]),
    )
    return any(
        inside.isdigit() and outside and bidirectional(outside) == "ET" for inside, outside in edges
    )


def _needs(text: str, run: Span, base: str) -> bool:
    """Whether a run would be drawn otherwise, or draw what follows to itself, without isolates."""
    written = text[run.start : run.end]
    if run.forced or run.direction == base or not _STANDS_ALONE[base].match(written):
        return True
    if any(written.count(one) != written.count(other) for one, other in ("()", "[]")):
        return True
    if text[run.start - 1 : run.start].isdigit():
        return True
    if _draws_a_sign(text, run):
        return True
    following = _NEXT.search(text, run.end)
    beside = following[0] if following else ""
    return bool(beside) and not _LETTER[base].match(beside)

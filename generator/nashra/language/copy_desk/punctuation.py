"""Commas, stops and question marks: which, and with a space on which side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.language.copy_desk.fault import BREAK, GAP, LETTER, MARK, Fault
from nashra.language.copy_desk.initials import LETTER_NAMES

_ARABIC = re.compile(f"[{LETTER}{MARK}]")
_LATIN = {
    ",": ("latin-comma", "،"),
    ";": ("latin-semicolon", "؛"),
    "?": ("latin-question", "؟"),
}
_LATIN_MARK = re.compile("[,;?]")
_BEFORE = "\u200e\u200f \t\u00a0»”\"')]*_؟!?"
"""What may stand between a word and the mark after it."""
_AFTER = "\u200e\u200f \t\u00a0«“\"'([*_؟!?"
_FAR = 8
"""In characters: how far the word beside a mark may lie."""
_EDGES = frozenset({"", "\n", BREAK})

_BLANKS = " \t\u00a0"
_SPACE_BEFORE = re.compile(rf"[{_BLANKS}][،؛؟!.:,;?]")
_WORD_END = re.compile(rf"[^\W_]|[{MARK}»”\"')\]]")
_FRENCH = "!?:;"
"""The marks before which French has a space."""
_LAST_WORD = re.compile(r"(?s:.*?)(\w+)\Z")
_NO_SPACE_AFTER = re.compile(
    rf"(?:[،؛؟](?=[{LETTER}A-Za-z])|[.:!](?=[{LETTER}][{LETTER}{MARK}]))"
    rf"(?<=[{LETTER}{MARK}][{LETTER}{MARK}].)"
)


def latin_marks(text: str) -> Iterator[Fault]:
    """Give the Latin commas, semicolons and question marks beside Arabic words.

    One between two Arabic words is surely meant as the Arabic sign; one on the border to a Latin
    word, or to a number, is for a person to judge.
    """
    for found in _LATIN_MARK.finditer(text):
        at = found.start()
        before = _neighbour(text, at - 1, -1, _BEFORE)
        after = _neighbour(text, at + 1, 1, _AFTER)
        if found[0] == "," and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            continue
        follows_arabic = bool(_ARABIC.match(before))
        if not follows_arabic and not (before not in _EDGES and _ARABIC.match(after)):
            continue
        if found[0] == ";" and after == ")":
            continue
        rule, instead = _LATIN[found[0]]
        certain = follows_arabic and (after in _EDGES or bool(_ARABIC.match(after)))
        yield Fault(rule, at, at + 1, instead, certain)


def _neighbour(text: str, at: int, step: int, skipped: str) -> str:
    """Give the first character from a place on that is not to be skipped; nothing at the edge."""
    for _ in range(_FAR):
        if not 0 <= at < len(text):
            return ""
        if text[at] not in skipped:
            return text[at]
        at += step
    return GAP


def space_before(text: str, *, french: bool = False) -> Iterator[Fault]:
    """Give the blanks between a word and the mark that belongs to it."""
    for found in _SPACE_BEFORE.finditer(text):
        end = found.start() + 1
        start = end
        while start and text[start - 1] in _BLANKS:
            start -= 1
        mark, after, word = text[end], text[end + 1 : end + 2], text[start - 1 : start]
        if (
            not _WORD_END.match(word)
            or _belongs_to_what_follows(mark, after)
            or (french and mark in _FRENCH)
        ):
            continue
        if mark in ".:" and word.isdigit():
            continue
        certain = not (word == "]" and mark == ":")
        yield Fault("space-before", start, end, "", certain=certain)


def _belongs_to_what_follows(mark: str, after: str) -> bool:
    """Tell whether a mark begins something, such as `.net`, `:)`, an ellipsis or a picture."""
    if mark in ".,":
        return (after.isascii() and after.isalnum()) or after == mark
    if mark in ":;":
        return not after.isspace() and after not in _EDGES
    return mark == "!" and after in {"[", "="}


def space_after(text: str) -> Iterator[Fault]:
    """Give the marks that touch the word after them; letters of an abbreviation may (أ.ف.ب)."""
    for found in _NO_SPACE_AFTER.finditer(text):
        if found[0] != "." or not _is_initial(text[max(found.start() - _FAR, 0) : found.start()]):
            yield Fault("space-after", found.start(), found.end(), f"{found[0]} ")


def _is_initial(before: str) -> bool:
    return _LAST_WORD.sub(r"\1", before) in LETTER_NAMES

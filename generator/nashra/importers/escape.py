"""Plain text to Markdown that shows the same text, with as few marks as that takes.

The rules are those of Python-Markdown 3.8 and later, its standard extensions, PyMdown's blocks and
the numbered lists that newsrooms write, for text that is a paragraph or a list's item on one line.
So attribute lists and setext headings, which want a second line or an element before them, need no
care; tables and rules want it only for text that is all hyphens, bars and colons.
"""

from __future__ import annotations

import re

_INLINE = re.compile(
    r"[\\`*\[<]"
    # an underscore inside a word, as in #وسم_وسم, is text (Python-Markdown's smart emphasis)
    r"|_(?![^\W_])|(?<![^\W_])_"
    r"|&(?=#|[A-Za-z0-9][-.A-Za-z0-9]*;)"
)
_HEADING_OR_QUOTE = "[#>]"
_BULLET = "[-+](?= )"
_RULE = "[-|:](?=[-|: ]*$)"
_DEFINITION = ":(?= )"
_FENCE = "~(?=~~)"
_BLOCK = "/(?=//)"
_AT_START = re.compile(
    rf"()({_HEADING_OR_QUOTE}|{_BULLET}|{_RULE}|{_DEFINITION}|{_FENCE}|{_BLOCK})"
)
_AFTER_NUMBER = re.compile(
    # a number of four digits is a year; a digit after a dash is a score or a span
    r"([\u200e\u200f\u061c]?\d{1,3}(?:(?=[.)])| ?(?=[-–ـ] +[^\s\d])))([.)–ـ-])(?= )"
)
_BLOCK_AFTER_UNSEEN = re.compile(rf"([\u200e\u200f\u061c]+)({_BLOCK})")
_ENTITIES = {
    "<": "&lt;",
    "&": "&amp;",
    ":": "&#58;",
    "~": "&#126;",
    "/": "&#47;",
    "–": "&#8211;",
    "ـ": "&#1600;",
}
"""The characters that Python-Markdown does not let a backslash escape."""


def escape(text: str) -> str:
    """Give the Markdown of one line of plain text that has no blank at either end."""
    return escape_start(escape_inside(text))


def escape_inside(text: str) -> str:
    """Give the Markdown of text that stands inside a line."""
    return _INLINE.sub(lambda match: _escaped(match[0]), text)


def escape_start(markdown: str) -> str:
    """Give a line of Markdown whose beginning is text, and begins no list, heading or block."""
    starts = (_AT_START, _AFTER_NUMBER, _BLOCK_AFTER_UNSEEN)
    start = next(filter(None, (start.match(markdown) for start in starts)), None)
    if start is None:
        return markdown
    return f"{start[1]}{_escaped(start[2])}{markdown[start.end() :]}"


def _escaped(character: str) -> str:
    return _ENTITIES.get(character, f"\\{character}")

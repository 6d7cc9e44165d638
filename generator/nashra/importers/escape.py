"""Plain text to Markdown that shows the same text, with as few marks as that takes.

The rules are those of Python-Markdown 3.8 and later, its standard extensions and PyMdown's blocks,
for text that is a paragraph or a list's item on one line. So attribute lists and setext headings,
which want a second line or an element before them, need no care; tables and rules want it only for
text that is all hyphens, bars and colons.
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
_NUMBER = r"(?<=\d)\.(?= )"
_DEFINITION = ":(?= )"
_FENCE = "~(?=~~)"
_BLOCK = "/(?=//)"
_AT_START = re.compile(
    # \d is every script's digits here, as it is in Python-Markdown
    rf"(\d*)({_HEADING_OR_QUOTE}|{_BULLET}|{_RULE}|{_NUMBER}|{_DEFINITION}|{_FENCE}|{_BLOCK})"
)
_ENTITIES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "~": "&#126;", "/": "&#47;"}
"""The characters that Python-Markdown does not let a backslash escape."""


def escape(text: str) -> str:
    """Give the Markdown of one line of plain text that has no blank at either end."""
    markdown = _INLINE.sub(lambda match: _escaped(match[0]), text)
    start = _AT_START.match(markdown)
    if start is None or (start[1] and start[2] != "."):
        return markdown
    return f"{start[1]}{_escaped(start[2])}{markdown[start.end() :]}"


def _escaped(character: str) -> str:
    return _ENTITIES.get(character, f"\\{character}")

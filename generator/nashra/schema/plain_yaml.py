"""The YAML that most front matter is, read without a YAML parser: one `key: value` a line.

What is taken is what YAML 1.1 gives the same values for, a property test says; anything else, and
anything that might be a fault, is left to the parser.
"""

from __future__ import annotations

import re

from nashra.schema.written import Value

_BLANK = r"[ ]*"
_INSIDE = r"[^\n\r\t#:\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]"
_PLAIN = rf"[^\W_](?:{_INSIDE}++|:(?=[^\s:])|(?<=\S)\#)*+"
"""A plain scalar: a colon within a word, a hash within a word, and no other sign of YAML's."""
_QUOTABLE = r"\x20\x21\x23-\x26\x28-\x5b\x5d-\x7e\u0600-\u061b\u061d-\u06ff«»،؛؟"
_DOUBLE = rf"\"(?P<double>['{_QUOTABLE}]*+)\""
_SINGLE = rf"'(?P<single>[\"\\{_QUOTABLE}]*+)'"
_KEY = r"[^\W\d_]\w{0,99}"
_WORDS = r"[^\W_](?:[\w -]*\w)?"
_LIST = rf"\[(?P<list>{_BLANK}{_WORDS}{_BLANK}(?:,{_BLANK}{_WORDS}{_BLANK})*)?\]"
_LINE = re.compile(
    rf"(?P<key>{_KEY}):(?:[ ]+(?:(?P<plain>{_PLAIN})|{_DOUBLE}|{_SINGLE}|{_LIST}))?{_BLANK}"
)
_LONGEST = 2000
"""In characters: the longest line that is worth a look."""


def read_plain(block: str) -> dict[str, Value] | None:
    """Give the values of a block, or nothing where a parser has to look at it."""
    values: dict[str, Value] = {}
    for line in block.split("\n"):
        match = _LINE.fullmatch(line) if len(line) < _LONGEST else None
        if match is None or match["key"] in values:
            return None
        values[match["key"]] = _value(match)
    return values


def _value(match: re.Match[str]) -> Value:
    kind = match.lastgroup
    if kind == "list":
        return [word.strip(" ") for word in match["list"].split(",")]
    if kind == "plain":
        return match["plain"].rstrip(" ")
    if kind in {"double", "single"}:
        text = match[kind]
        return text if text.strip() else ""
    return [] if "[" in match[0] else ""

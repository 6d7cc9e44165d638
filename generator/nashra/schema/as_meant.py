"""Headlines as people write them, made into YAML that says the same.

A colon and a blank inside a value are an error to YAML, and a blank and a hash begin a remark; in a
headline, «عاجل: …» and «… #وسم» are neither. A value that begins and ends on the line of its key is
put between quotes where it holds one of the two; a hash with a blank on both sides stays a remark.
"""

from __future__ import annotations

import re

_KEY = r"""[^\s#:'"\[{?&*!|>%@`-][^:\n]*"""
_MAY_NEED_QUOTES = re.compile(rf"^{_KEY}:[ ]+[^\n]*?(?::(?:[ ]|$)|[ ]#[^\s#])", re.MULTILINE)
_KEY_AND_VALUE = re.compile(rf"({_KEY}):[ ]+(.*?)((?:[ ]+#[ ].*)?)")
_LONGEST = 5000
"""In characters: no headline is longer, and a line of a megabyte of blanks must not be searched."""
_MEANS_SOMETHING_TO_YAML = tuple("'\"[{|>&*!%@`#")


def as_meant(block: str) -> str:
    """Give a block of YAML with quotes around the values that need them; lines stay lines."""
    if not _MAY_NEED_QUOTES.search(block):
        return block
    return "\n".join(map(_line, block.split("\n")))


def _line(line: str) -> str:
    match = _KEY_AND_VALUE.fullmatch(line) if len(line) < _LONGEST else None
    if match is None:
        return line
    key, value, remark = match[1], match[2].rstrip(), match[3]
    needs_quotes = ": " in value or value.endswith(":") or re.search(r" #[^\s#]", value)
    if not needs_quotes or value.startswith(_MEANS_SOMETHING_TO_YAML):
        return line
    quoted = value.replace("'", "''")
    return f"{key}: '{quoted}'{remark}"

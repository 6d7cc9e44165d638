"""A file's text as it was written, byte for byte, beside the text that is read from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nashra.content.front_matter import UNSEEN
from nashra.language.copy_desk import Fault

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class AsWritten:
    """The two, with the place of each line in both."""

    data: bytes
    text: str
    """What is read: each line ends in `\\n`, and nothing unseen stands before the first letter."""
    _raw: str
    _mark: bytes
    """The byte order mark, if there is one."""
    _unseen: int
    """How many characters that nobody sees stand before the first letter."""

    def place(self, at: int) -> tuple[int, int]:
        """Give the line and the character in it, from 1, of a place in the text that is read."""
        line = bisect_right(self._read_starts(), at) - 1
        return line + 1, at - self._read_starts()[line] + 1

    def line(self, number: int) -> str:
        """Give a line by its number from 1."""
        start = self._read_starts()[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]

    def with_changes(self, faults: Sequence[Fault]) -> AsWritten:
        """Give the file with those faults written as they should be, and all else as it is.

        No two of them overlap, and the first comes first.
        """
        parts, end = [], 0
        for fault in faults:
            parts += [self._raw[end : self._in_raw(fault.start)], fault.instead or ""]
            end = self._in_raw(fault.end)
        raw = "".join([*parts, self._raw[end:]])
        return as_written(self._mark + raw.encode(), raw)

    def _in_raw(self, at: int) -> int:
        line = bisect_right(self._read_starts(), at) - 1
        return self._raw_starts()[line] + at - self._read_starts()[line]

    def _read_starts(self) -> tuple[int, ...]:
        return _starts(self.text, 0)

    def _raw_starts(self) -> tuple[int, ...]:
        return _starts(self._raw, self._unseen)


@lru_cache(maxsize=4)
def _starts(text: str, first: int) -> tuple[int, ...]:
    """Give where each line begins from `first` on; asked for slip after slip of a text."""
    return (first, *(end.end() for end in _LINE_END.finditer(text, first)))


def as_written(data: bytes, raw: str) -> AsWritten:
    """Give a file from its bytes and the text that they are, which has no byte order mark."""
    unseen = len(raw) - len(raw.lstrip(UNSEEN))
    text = raw[unseen:]
    read = _LINE_END.sub("\n", text) if "\r" in text else text
    mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    return AsWritten(data, read, raw, mark, unseen)

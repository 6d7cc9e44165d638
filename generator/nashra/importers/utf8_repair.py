"""UTF-8 with some broken bytes: what can be read, and where it could not."""

from __future__ import annotations

import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"
_BROKEN = re.compile("[\udc80-\udcff]+")
"""What Python puts in the place of bytes that are no character (PEP 383)."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One broken place."""

    at: int
    """The character of the repaired text that stands there, from 0."""
    bytes: bytes


def repaired(data: bytes) -> tuple[str, tuple[Broken, ...]]:
    """Give the text with U+FFFD for each run of bytes that is no character, and those runs."""
    text = data.decode("utf-8", errors="surrogateescape")
    broken: list[Broken] = []
    cut = 0
    for run in _BROKEN.finditer(text):
        lost = run[0].encode("utf-8", errors="surrogateescape")
        broken.append(Broken(run.start() - cut, lost))
        cut += len(lost) - 1
    return _BROKEN.sub(REPLACEMENT, text), tuple(broken)


def soundness(data: bytes) -> tuple[int, int]:
    """Count the characters beyond ASCII that can be read, and the bytes that cannot."""
    text = data.decode("utf-8", errors="ignore")
    sound = len(text) - len(text.encode("ascii", errors="ignore"))
    return sound, len(data) - len(text.encode("utf-8"))

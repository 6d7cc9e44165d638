"""UTF-8 with some broken bytes: what can be read, and where it could not."""

from __future__ import annotations

from dataclasses import dataclass

REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Broken:
    """One broken place."""

    at: int
    """The character of the repaired text that stands there, from 0."""
    bytes: bytes


def repaired(data: bytes) -> tuple[str, tuple[Broken, ...]]:
    """Give the text with U+FFFD for each run of bytes that is no character, and those runs."""
    if data.isascii():
        return data.decode("ascii"), ()
    read: list[str] = []
    broken: list[Broken] = []
    start = length = 0
    kept = data.decode("utf-8", errors="surrogateescape")
    for index, character in enumerate(kept):
        if not "\udc80" <= character <= "\udcff":
            continue
        if start == index and broken:
            last = broken.pop()
            broken.append(Broken(last.at, last.bytes + bytes([ord(character) - 0xDC00])))
        else:
            read += [kept[start:index], REPLACEMENT]
            length += index - start + 1
            broken.append(Broken(length - 1, bytes([ord(character) - 0xDC00])))
        start = index + 1
    read.append(kept[start:])
    return "".join(read), tuple(broken)

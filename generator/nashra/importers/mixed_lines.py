"""A text of which most is UTF-8: broken here and there, or joined from files of two encodings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from nashra.importers.byte_pairs import Doubt, best_of
from nashra.importers.utf8_repair import Broken, repaired

_SOUND = 4
"""So many characters of UTF-8 for each broken byte make a line UTF-8 all the same."""
_HARDLY_ANY = 10
"""One sound character in so many broken bytes is chance: the text is not UTF-8 at all."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """Lines of UTF-8, with those that were not."""

    text: str
    broken: tuple[Broken, ...]
    foreign: tuple[int, ...] = ()
    """The lines, from 1, that are in another encoding."""
    encoding: str = ""
    """Which, as people call it."""


def mixture(data: bytes) -> Mixture | None:
    """Give the text of bytes that are mostly UTF-8, or none of those that are not.

    Raises:
        Doubt: some lines are not UTF-8, and it cannot be told what they are.

    """
    lines = data.splitlines(keepends=True)
    read = [repaired(line) for line in lines]
    foreign = [at for at, (text, broken) in enumerate(read) if not _is_sound(text, broken)]
    lost = sum(len(each.bytes) for at in foreign for each in read[at][1])
    sound = sum(_characters(*line) for line in read) - sum(_characters(*read[at]) for at in foreign)
    if sound * _HARDLY_ANY <= lost:
        return None
    if not foreign:
        return _joined(read)
    try:
        other = best_of(b"".join(lines[at] for at in foreign))
    except Doubt:
        if sound < _SOUND * lost:
            raise
        return _joined(read)
    for at in foreign:
        read[at] = lines[at].decode(other.codec), ()
    return replace(_joined(read), foreign=tuple(at + 1 for at in foreign), encoding=other.name)


def _joined(read: Sequence[tuple[str, Sequence[Broken]]]) -> Mixture:
    broken: list[Broken] = []
    length = 0
    for text, places in read:
        broken += (Broken(length + place.at, place.bytes) for place in places)
        length += len(text)
    return Mixture("".join(text for text, _ in read), tuple(broken))


def _is_sound(text: str, broken: Sequence[Broken]) -> bool:
    return _characters(text, broken) >= _SOUND * sum(len(each.bytes) for each in broken)


def _characters(text: str, broken: Sequence[Broken]) -> int:
    """Count the characters beyond ASCII that could be read."""
    return len(text) - len(text.encode("ascii", errors="ignore")) - len(broken)

"""A text of which most is UTF-8: broken here and there, or joined from files of two encodings."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.importers.byte_pairs import Doubt, best_of
from nashra.importers.utf8_repair import Broken, repaired, soundness

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
    counted = [soundness(line) for line in lines]
    foreign = [at for at, (sound, lost) in enumerate(counted) if sound < _SOUND * lost]
    unread = sum(counted[at][1] for at in foreign)
    read = sum(sound for sound, _ in counted) - sum(counted[at][0] for at in foreign)
    if read * _HARDLY_ANY <= unread:
        return None
    if not foreign:
        return Mixture(*repaired(data))
    try:
        other = best_of(b"".join(lines[at] for at in foreign))
    except Doubt:
        if read < _SOUND * unread:
            raise
        return Mixture(*repaired(data))
    for at in foreign:
        lines[at] = lines[at].decode(other.codec).encode()
    return Mixture(*repaired(b"".join(lines)), tuple(at + 1 for at in foreign), other.name)

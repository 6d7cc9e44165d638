"""Which encoding of one byte a letter some bytes are in, by the pairs of letters they would make."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from nashra.importers.encoding_names import (
    ISO_8859_6,
    OF_ONE_BYTE,
    Encoding,
)
from nashra.language.letter_pairs import surprise

_NONE = "\ufffd"
_MOST_SURPRISE = 3.1
"""A pair, on the average of a long text, in what people write; see `surprise`."""
_SHORT_TEXT = 6.0
"""Divided by how many pairs there are: what a short text may have above that."""
_MARGIN = 12.0
"""By so much, all pairs together, the best reading must surprise less than the next."""
_HINT = 6.0
"""What it is worth that the file names an encoding itself."""

_BLANK, _RIGHT_TO_LEFT_BLANK = 0x20, 0xA0

Pairs = Counter[tuple[int, int]]


class Doubt(Exception):  # noqa: N818 — no error: an answer
    """Bytes that are no text in any encoding, or different texts in two."""

    def __init__(self, *names: str) -> None:
        self.names = names
        super().__init__(*names)


def best_of(data: bytes, hint: Encoding | None = None) -> Encoding:
    """Give the encoding whose reading is what people write.

    Raises:
        Doubt: there is none, or there are several with different readings: their names.

    """
    pairs = _pairs(data)
    used = sorted({byte for pair in pairs for byte in pair if byte > 0x7F})
    readings: dict[str, tuple[float, Encoding]] = {}
    for encoding in OF_ONE_BYTE:
        letters = _letters(encoding.codec)
        reading = "".join(letters[byte] for byte in used)
        if _NONE in reading:
            continue
        total = _surprise(pairs, letters) - _HINT * (encoding == hint)
        if encoding == ISO_8859_6 and _has_mac_blanks(data):
            continue
        if reading not in readings or readings[reading][0] > total:
            readings[reading] = total, encoding
    return _clear_one(sorted(readings.values(), key=lambda each: each[0]), pairs.total())


def _clear_one(readings: list[tuple[float, Encoding]], pairs: int) -> Encoding:
    if not readings:
        raise Doubt
    total, best = readings[0]
    if total > _MOST_SURPRISE * pairs + _SHORT_TEXT * pairs**0.5:
        raise Doubt
    near = [encoding.name for other, encoding in readings if other - total < _MARGIN]
    if len(near) > 1:
        raise Doubt(*near)
    return best


def _pairs(data: bytes) -> Pairs:
    """Count the neighbours of which one at least is no ASCII."""
    counted = Counter(zip(b"\n" + data, data + b"\n", strict=True))
    return Counter({pair: count for pair, count in counted.items() if max(pair) > 0x7F})


def _surprise(pairs: Pairs, letters: str) -> float:
    return sum(surprise(letters[a], letters[b]) * count for (a, b), count in pairs.items())


@lru_cache(maxsize=16)
def _letters(codec: str) -> str:
    return bytes(range(256)).decode(codec, errors="replace")


def _has_mac_blanks(data: bytes) -> bool:
    """Tell the Mac's right-to-left blanks from no-break spaces, by how many there are."""
    return data.count(_RIGHT_TO_LEFT_BLANK) > data.count(_BLANK)

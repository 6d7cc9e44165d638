"""Which encoding of one byte a letter bytes are in, by the pairs of letters they would make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nashra.importers.encoding_names import (
    ISO_8859_6,
    ISO_8859_8,
    MAC_ARABIC,
    MAC_ROMAN,
    OF_ONE_BYTE,
    OF_RIGHT_TO_LEFT,
    Encoding,
)
from nashra.language.characters import RIGHT_TO_LEFT_LETTERS
from nashra.language.letter_pairs import surprise

_NONE = "\ufffd"
_MOST_SURPRISE = 3.1
"""A pair, on the average of a long text, in what people write; see `surprise`."""
_SHORT_TEXT = 4.0
"""Divided by how many pairs there are: what a short text may have above that."""
_MARGIN = 10.0
"""By so much, all pairs together, the best reading must surprise less than the next."""
_SELDOM = {ISO_8859_6: 2.0, ISO_8859_8: 2.0, MAC_ARABIC: 5.0, MAC_ROMAN: 5.0}
"""How surprising an encoding is by itself: minus a natural logarithm of how often it is met."""
_HINT = 6.0
"""What it is worth that the file names an encoding itself."""

_RIGHT_TO_LEFT = re.compile(f"[{RIGHT_TO_LEFT_LETTERS}]")
_FINAL = "ךםןףץ"
"""The Hebrew letters that end words."""
_ASCII = 0x7F
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
    used = sorted({byte for pair in pairs for byte in pair if byte > _ASCII})
    readings: dict[str, tuple[float, Encoding]] = {}
    for encoding in OF_ONE_BYTE:
        letters = _letters(encoding.codec)
        reading = "".join(letters[byte] for byte in used)
        if _NONE in reading or reading in readings:
            continue
        if encoding in OF_RIGHT_TO_LEFT and not _RIGHT_TO_LEFT.search(reading):
            continue
        bias = _SELDOM.get(encoding, 0.0) - (_HINT if encoding == hint else 0.0)
        readings[reading] = _surprise(pairs, letters) + bias, encoding
    _choose_blanks(data, used, readings)
    best = _clear_one(sorted(readings.values(), key=lambda each: each[0]), pairs.total())
    if _is_backwards(pairs, _letters(best.codec)):
        raise Doubt
    return best


def is_better(data: bytes, encoding: Encoding, other: Encoding) -> bool:
    """Tell whether bytes say more in an encoding than in another."""
    pairs = _pairs(data)
    first, second = _letters(encoding.codec), _letters(other.codec)
    if any(first[byte] == _NONE for pair in pairs for byte in pair):
        return False
    return _surprise(pairs, first) < _surprise(pairs, second)


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
    return Counter({pair: count for pair, count in counted.items() if max(pair) > _ASCII})


def _is_backwards(pairs: Pairs, letters: str) -> bool:
    """Tell Hebrew that was saved in the order of a screen: its final letters begin words."""
    finals = [
        (letters[a] in _FINAL, count)
        for (a, b), count in pairs.items()
        if (letters[a] in _FINAL) != (letters[b] in _FINAL)
        and not (letters[a].isalpha() and letters[b].isalpha())
    ]
    return sum(count if is_last else -count for is_last, count in finals) < 0


def _surprise(pairs: Pairs, letters: str) -> float:
    return sum(surprise(letters[a], letters[b]) * count for (a, b), count in pairs.items())


@lru_cache(maxsize=16)
def _letters(codec: str) -> str:
    return bytes(range(256)).decode(codec, errors="replace")


def _choose_blanks(
    data: bytes, used: Sequence[int], readings: dict[str, tuple[float, Encoding]]
) -> None:
    """Leave out one of two readings that differ in nothing but a no-break space.

    The byte is a blank between right-to-left words on the Mac, and then it is the commonest.
    """
    by_encoding = {encoding: reading for reading, (_, encoding) in readings.items()}
    iso, mac = by_encoding.get(ISO_8859_6), by_encoding.get(MAC_ARABIC)
    if iso is None or mac is None:
        return
    differ = {byte for byte, one, other in zip(used, iso, mac, strict=True) if one != other}
    if differ == {_RIGHT_TO_LEFT_BLANK}:
        on_the_mac = data.count(_RIGHT_TO_LEFT_BLANK) > data.count(_BLANK)
        del readings[iso if on_the_mac else mac]

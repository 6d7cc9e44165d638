"""Short names that stand for a text: the same on every machine, and hard to misread."""

from __future__ import annotations

import hashlib
from itertools import count
from unicodedata import normalize

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32 in small letters: no i, l, o or u, which pass for 1, 0 and v."""

LENGTH = 7
"""In letters: of ten thousand texts, two have one name in about one such set of seven hundred."""


def short_id(text: str, *, length: int = LENGTH) -> str:
    """Give `length` letters and digits of `ALPHABET`, at most twelve, that stand for a text."""
    digest = hashlib.blake2b(normalize("NFC", text).encode(), digest_size=8).digest()
    number = int.from_bytes(digest, "big")
    return "".join(ALPHABET[number >> 5 * at & 31] for at in range(length))


def own_id(text: str) -> str:
    """Give a name of a text that is known for one wherever it stands: it is its own name.

    It has eight letters and digits, some of either, and its last follows from the others, so that
    no word is taken for it.
    """
    if is_own_id(text):
        return text
    name = next(filter(_is_mixed, (short_id(f"{turn}:{text}") for turn in count())))
    return name + _last(name)


def is_own_id(text: str) -> bool:
    """Tell whether a text is such a name."""
    name = text[:-1]
    fits = len(name) == LENGTH and set(text) <= set(ALPHABET)
    return fits and _is_mixed(name) and text[-1] == _last(name)


def _is_mixed(name: str) -> bool:
    return not name.isdigit() and not name.isalpha()


def _last(name: str) -> str:
    return short_id(name, length=1)

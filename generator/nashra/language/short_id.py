"""Short names that stand for a text: the same on every machine, and hard to misread."""

from __future__ import annotations

import hashlib
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

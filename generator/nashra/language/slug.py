"""Addresses from headlines: the letters as they were written, and nothing else."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from nashra.language.characters import INVISIBLE, MARKS, TATWEEL
from nashra.language.words import words

MAX_BYTES = 120
"""Half of what the common file systems take, since an address may get a suffix on its way."""


@lru_cache(maxsize=8192)
def slugify(headline: str, *, max_bytes: int = MAX_BYTES) -> str:
    """Give the slug of a headline, at most `max_bytes` bytes of UTF-8; empty if it has no letter.

    Tashkeel, tatweel and invisible characters go, presentation forms become letters, hamzas and
    every other letter stay as written. The cut is at a word's edge, unless the first word alone
    is too long.
    """
    text = unicodedata.normalize("NFKC", headline)
    text = INVISIBLE.sub("", MARKS.sub("", text)).replace(TATWEEL, "").lower()
    return _fit(words(unicodedata.normalize("NFC", text)), max_bytes)


def _fit(parts: list[str], max_bytes: int) -> str:
    slug = "-".join(parts)
    while len(slug.encode()) > max_bytes and len(parts) > 1:
        parts = parts[:-1]
        slug = "-".join(parts)
    return slug.encode()[:max_bytes].decode(errors="ignore").rstrip("-")

"""Addresses from headlines: the letters as they were written, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from nashra.language.characters import INVISIBLE, MARKS, TATWEEL

MAX_BYTES = 120
"""Half of what the common file systems take, since an address may get a suffix on its way."""

_NOT_A_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def slugify(headline: str, *, max_bytes: int = MAX_BYTES) -> str:
    """Give the slug of a headline, at most `max_bytes` bytes of UTF-8; empty if it has no letter.

    Tashkeel, tatweel and invisible characters go, presentation forms become letters, hamzas and
    every other letter stay as written. The cut is at a word's edge, unless the first word alone
    is too long.
    """
    text = unicodedata.normalize("NFKC", headline)
    text = INVISIBLE.sub("", MARKS.sub("", text)).replace(TATWEEL, "").lower()
    words = [word for word in _NOT_A_WORD.split(unicodedata.normalize("NFC", text)) if word]
    return _fit(words, max_bytes)


def _fit(words: list[str], max_bytes: int) -> str:
    slug = "-".join(words)
    while len(slug.encode()) > max_bytes and len(words) > 1:
        words = words[:-1]
        slug = "-".join(words)
    return slug.encode()[:max_bytes].decode(errors="ignore").rstrip("-")

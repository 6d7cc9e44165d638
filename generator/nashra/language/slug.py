"""Addresses from headlines: the letters as they were written, in Latin letters, or a short name."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache

from nashra.language.characters import INVISIBLE, MARKS, TATWEEL
from nashra.language.folding import HEBREW_ABBREVIATION
from nashra.language.short_id import own_id
from nashra.language.transliteration import transliterated
from nashra.language.words import words

MAX_BYTES = 120
"""Half of what the common file systems take, since an address may get a suffix on its way."""

_LONGEST = 4_000
"""In characters: no headline is longer, and normalising is not linear in all that people paste."""
_LONE_MARKS = re.compile("[\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f]")
"""Tashkeel as presentation forms: normalising would put a blank before each."""
_APOSTROPHE = re.compile("(?<=[a-z\u00df-\u024f])['\u2019\u02bc](?=[a-z\u00df-\u024f])")


class SlugStyle(StrEnum):
    """What the slugs of headlines are made of."""

    ARABIC = "arabic"
    """The letters as they were written, of whatever script."""
    LATIN = "latin"
    ID = "id"


def slug_in(style: SlugStyle, headline: str, *, max_bytes: int = MAX_BYTES) -> str:
    """Give the slug of a headline in a style; empty if the headline has no letter.

    A slug in any style is its own slug in that style, and one that `slugify` leaves as it is.
    """
    written = slugify(headline, max_bytes=max_bytes)
    if style is SlugStyle.LATIN:
        return _in_latin(headline, max_bytes)
    return own_id(written) if written and style is SlugStyle.ID else written


@lru_cache(maxsize=8192)
def slugify(headline: str, *, max_bytes: int = MAX_BYTES) -> str:
    """Give the slug of a headline, at most `max_bytes` bytes of UTF-8; empty if it has no letter.

    Tashkeel, tatweel and invisible characters go, presentation forms become letters, hamzas and
    every other letter stay as written. The cut is at a word's edge, unless the first word alone
    is too long.
    """
    return _fit(words(_letters(headline)), max_bytes)


def _in_latin(headline: str, max_bytes: int) -> str:
    text = INVISIBLE.sub("", _without_lone_marks(headline)).replace(TATWEEL, "")
    latin = transliterated(unicodedata.normalize("NFKC", text))
    return _fit(["-".join(words(_letters(word))) for word in latin], max_bytes)


def _letters(headline: str) -> str:
    text = unicodedata.normalize("NFKC", _without_lone_marks(headline))
    text = INVISIBLE.sub("", MARKS.sub("", text)).replace(TATWEEL, "").lower()
    text = _APOSTROPHE.sub("", HEBREW_ABBREVIATION.sub("", text))
    return unicodedata.normalize("NFC", text)


def _without_lone_marks(headline: str) -> str:
    return _LONE_MARKS.sub("", headline[:_LONGEST])


def _fit(parts: list[str], max_bytes: int) -> str:
    """Join as many words as there is room for."""
    kept: list[str] = []
    room = max_bytes
    for part in filter(None, parts):
        size = len(part.encode()) + bool(kept)
        if size > room:
            return "-".join(kept) or _cut(part, max_bytes)
        room -= size
        kept.append(part)
    return "-".join(kept)


def _cut(word: str, max_bytes: int) -> str:
    return word.encode()[:max_bytes].decode(errors="ignore").rstrip("-")

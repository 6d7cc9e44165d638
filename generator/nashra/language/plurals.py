"""The plural forms of a language, by the rules of Unicode's CLDR (UTS 35 part 3, section 5)."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=16384)
def form(language: str, count: int) -> str:
    """Give the form that a count takes: of `zero`, `one`, `two`, `few`, `many` and `other`."""
    return _locale(language).plural_form(count)


def forms(language: str) -> frozenset[str]:
    """Give every form that whole numbers take in a language; `other` is always among them."""
    return frozenset(_locale(language).plural_form.tags) | {"other"}


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return Locale.parse(language.replace("-", "_"))

"""Which way a text runs."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi", "dv"})


def of_language(language: str) -> str:
    """Give `rtl` or `ltr` for a language tag such as `ar` or `fa-IR`."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT_LANGUAGES else "ltr"


def of_text(text: str) -> str:
    """Give the direction of the first strong letter, or nothing if there is none.

    What is isolated does not count (UAX 9, P2 and P3).
    """
    isolates = 0
    for character in text:
        bidi_class = unicodedata.bidirectional(character)
        if bidi_class in {"LRI", "RLI", "FSI"}:
            isolates += 1
        elif bidi_class == "PDI":
            isolates = max(0, isolates - 1)
        if isolates:
            continue
        if bidi_class in {"R", "AL"}:
            return "rtl"
        if bidi_class == "L":
            return "ltr"
    return ""

"""Which way a text runs."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT_LANGUAGES = frozenset({"ar", "fa", "ur", "he", "ps", "ckb", "sd", "ug", "yi", "dv"})


_RIGHT_TO_LEFT_MARK = "\u200f"


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


def led(text: str, direction: str) -> str:
    """Give a plain text that runs in a direction also where nothing around it says so.

    A right-to-left text that begins with a foreign word gets a mark before it (UAX 9, 2.6).
    """
    foreign = direction == "rtl" and of_text(text) == "ltr"
    own = foreign and any(unicodedata.bidirectional(each) in {"R", "AL"} for each in text)
    return f"{_RIGHT_TO_LEFT_MARK}{text}" if own else text

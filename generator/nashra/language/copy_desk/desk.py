"""All the rules at once, and what is put right of what they find."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from nashra.language.characters import INVISIBLE, TATWEEL
from nashra.language.copy_desk import (
    blanks,
    numbers,
    pairs,
    punctuation,
    shapes,
    spelling,
)
from nashra.language.copy_desk.fault import Fault

_PERSIAN_LETTERED = frozenset({"fa", "ur", "ckb", "ps", "sd", "ug", "ku", "azb"})
"""Languages of the Arabic script whose words are not Arabic's."""


def faults(text: str, *, language: str = "ar") -> list[Fault]:
    """Give every slip in a text, by its place; `language` says whose words and signs it uses."""
    code = language.partition("-")[0].lower()
    arabic = code not in _PERSIAN_LETTERED
    found: list[Fault] = [
        *punctuation.latin_marks(text),
        *punctuation.space_before(text, french=code == "fr"),
        *punctuation.space_after(text),
        *blanks.doubled_spaces(text),
        *blanks.doubled_words(text, persian=not arabic),
        *shapes.kashidas(text),
        *shapes.presentation_forms(text),
        *shapes.direction_controls(text),
        *shapes.invisible(text),
        *numbers.mixed_digits(text),
        *pairs.unbalanced(text),
    ]
    if arabic:
        found += [*spelling.misspelt(text), *spelling.two_endings(text)]
    elif code == "fa":
        found += spelling.persian_letters(text)
    return sorted(found, key=lambda fault: (fault.start, fault.end, fault.rule))


def apart(found: Iterable[Fault]) -> list[Fault]:
    """Give those slips that are certain and do not overlap one before them, in their order."""
    chosen: list[Fault] = []
    for fault in sorted(found, key=lambda fault: (fault.start, fault.end)):
        if fault.certain and (not chosen or fault.start >= chosen[-1].end):
            chosen.append(fault)
    return chosen


def corrected(text: str, found: Iterable[Fault]) -> str:
    """Give the text with those slips written as they should be that are certain."""
    parts, end = [], 0
    for fault in apart(found):
        parts += [text[end : fault.start], fault.instead or ""]
        end = fault.end
    return "".join([*parts, text[end:]])


def essence(text: str) -> str:
    """Give what no correction of a certain slip may change: the letters, digits and signs."""
    letters = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).replace(TATWEEL, "")
    return "".join(letters.translate(_SAME_SIGN).split())


_SAME_SIGN = str.maketrans({",": "،", ";": "؛", "?": "؟"})

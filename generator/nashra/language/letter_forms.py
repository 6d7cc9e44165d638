"""Letters as letters: no stretching between them, and no drawn forms in their place.

Source: W3C, "Arabic & Persian Layout Requirements": stored text holds letters, and the tatweel is
a matter of drawing. It stays where it is part of what is written: in «هـ» for Hijri years, and
before Latin letters and figures, as in «لـ 42».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from nashra.language.characters import ARABIC_LETTERS, TATWEEL
from nashra.language.edits import Edit
from nashra.language.manners import Manner

_MARK = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_FORMS = re.compile("[\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc]")
"""Presentation forms of letters; signs that stand for whole words (U+FDF0 to U+FDFD) stay."""
_INSIDE = re.compile(rf"(?<=[{ARABIC_LETTERS}{_MARK}]){TATWEEL}+(?=[{ARABIC_LETTERS}])")
_BEFORE_OTHERS = rf"[^\W{ARABIC_LETTERS}]|[«\"'“(\[@#+$\ufffc-]|\.[A-Za-z]"
_AT_THE_END = re.compile(
    rf"(?<=[{ARABIC_LETTERS}{_MARK}][{ARABIC_LETTERS}{_MARK}]){TATWEEL}+"
    rf"(?![{_MARK}{TATWEEL}\u200c-\u200f\u2066-\u2069]|[ \u00a0]?(?:{_BEFORE_OTHERS}))"
)
"""A tatweel at a word's end; before what cannot join it stays."""


def letter_forms(text: str, manner: Manner) -> Iterator[Edit]:  # noqa: ARG001 — as every rule
    """Give the edits that make presentation forms letters, and take out what only stretches."""
    for form in _FORMS.finditer(text):
        letters = unicodedata.normalize("NFKC", form[0]).replace(" ", "").replace(TATWEEL, "")
        if letters != form[0]:
            yield Edit(form.start(), form.end(), letters)


def inner_stretches(text: str, manner: Manner) -> Iterator[Edit]:  # noqa: ARG001 — as every rule
    """Give the edits that take out every tatweel between the letters of a word."""
    for stretch in _INSIDE.finditer(text):
        yield Edit(stretch.start(), stretch.end(), "")


def last_stretches(text: str, manner: Manner) -> Iterator[Edit]:  # noqa: ARG001 — as every rule
    """Give the edits that take out every tatweel that only stretches a word's last letter."""
    for stretch in _AT_THE_END.finditer(text):
        yield Edit(stretch.start(), stretch.end(), "")

"""What a rule finds, and the signs that rules have in common."""

from __future__ import annotations

from dataclasses import dataclass

GAP = "\ufffc"
"""Stands for each character of something that is no prose, such as code, within a sentence."""
BREAK = "\x1e"
"""Stands for each character of what lies between two texts, such as two fields of front matter."""

LETTER = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"  # noqa: E501
"""The letters of the Arabic script, without tatweel, for use inside a character class."""
MARK = "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""The marks above and below them, for use inside a character class."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A slip in a text: where it stands, and what would stand there instead."""

    rule: str
    start: int
    end: int
    """The characters from `start` up to `end` are at fault."""
    instead: str | None = None
    """What to write there; nothing where only a person can tell."""
    certain: bool = False
    """Whether writing it cannot change what is meant."""

"""The title of a story that came without one."""

from __future__ import annotations

_LONGEST = 60
"""In characters."""


def beginning(text: str) -> str:
    """Give the beginning of a text, cut at a word's edge; all of a short one."""
    words = " ".join(text.split())[: _LONGEST + 1]
    return words.rsplit(" ", 1)[0] + "…" if len(words) > _LONGEST else words

"""The title of a story that came without one."""

from __future__ import annotations

_LONGEST, _LONGEST_CUT = 60, 100
"""In characters: of a beginning, and of a paragraph that is cut for a headline."""


def beginning(text: str) -> str:
    """Give the beginning of a text, cut at a word's edge; all of a short one."""
    words = " ".join(text.split())[: _LONGEST + 1]
    return words.rsplit(" ", 1)[0] + "…" if len(words) > _LONGEST else words


def cut(text: str) -> str:
    """Give a headline cut from a paragraph, at a word's edge and with no comma before the dots."""
    words = " ".join(text.split())
    if len(words) <= _LONGEST_CUT:
        return words
    words = words[: _LONGEST_CUT + 1].rsplit(" ", 1)[0][:_LONGEST_CUT]
    return words.rstrip("،,؛;:.- ") + "…"

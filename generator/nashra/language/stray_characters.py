"""What other programs leave among the letters of a text, taken out without touching a word.

What a reader sees stays: direction controls (one inside a decimal orders its digits), joiners
between letters, the tatweel, signs that stand for words such as ﷺ.
"""

from __future__ import annotations

import re
import unicodedata

from nashra.language.characters import TATWEEL

_UNSEEN = "\x00-\x08\x0e-\x1f\x7f\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffc\ufffe\uffff"
"""Controls, hyphens and blanks of no width, byte order marks, and an object that is not here.

All are transparent to the joining of Arabic letters (Unicode, DerivedJoiningType), so nothing
changes its shape. Line ends and tabs are no controls.
"""
_FORMS = (
    "\ufb00-\ufb06\ufb1d-\ufb28\ufb2a-\ufb4f\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufe70-\ufefc"
)
"""Presentation forms of letters; signs that stand for whole words (U+FDF0 to U+FDFD) stay."""
_BLANKS = "\u00a0\u2000-\u200a\u202f\u205f\u3000"
_NO_BREAK = "\u00a0\u202f"
_SIGNS = {
    **dict.fromkeys(range(0x80, 0xA0), ""),
    **{byte: bytes([byte]).decode("cp1252") for byte in b"\x80\x82\x84\x85\x86\x87\x89\x8b"},
    **{byte: bytes([byte]).decode("cp1252") for byte in b"\x91\x92\x93\x94\x95\x96\x97\x99\x9b"},
    0xF0A7: "▪",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0FC: "✓",
}
"""Signs of every Windows encoding that were saved as controls (HTML Standard, 13.2.5.80), and those
of Word's fonts of symbols."""
_COMPOSED = "\u0300-\u0304\u0306-\u030c\u0327\u0328\u0653-\u0655"
"""Marks that are part of a letter; on a Mac they may be written apart from it."""

_STRAY = re.compile(
    rf"(?P<unseen>[{_UNSEEN}]+)|(?P<form>[{_FORMS}])|(?P<blank>[{_BLANKS}])"
    r"|(?P<sign>[\x80-\x9f\uf0a7\uf0b7\uf0d8\uf0fc])"
)
_ANY_STRAY = re.compile(rf"[{_UNSEEN}{_FORMS}{_BLANKS}\x80-\x9f\uf0a7\uf0b7\uf0d8\uf0fc]")
_APART = re.compile(rf"\w[{_COMPOSED}]{{1,4}}")
_ANY_APART = re.compile(rf"[{_COMPOSED}]")
"""The second of each pair is the search that most texts cost."""
_HOLDS = re.compile(r"[\d%٪‰°«»:;!?€$£/+×÷=–—-]")
"""What a no-break space holds on to: a figure, its unit, a sign."""


def without_strays(text: str) -> str:
    """Give a text without what is no part of it; what stands in lines stays in them.

    A no-break space stays beside a figure or a sign, and is a blank between words. Presentation
    forms and letters that were written apart from their marks become letters.
    """
    if _ANY_STRAY.search(text):
        text = _STRAY.sub(_in_place, text)
    if _ANY_APART.search(text):
        text = _APART.sub(lambda letter: unicodedata.normalize("NFC", letter[0]), text)
    return text


def _in_place(stray: re.Match[str]) -> str:
    match stray.lastgroup:
        case "unseen":
            return ""
        case "form":
            return _letters(stray[0])
        case "blank":
            return _blank(stray)
        case _:
            return _SIGNS[ord(stray[0])]


def _letters(form: str) -> str:
    """Give the letters of a presentation form; a mark drawn on a blank or a stretch is a mark."""
    return unicodedata.normalize("NFKC", form).replace(" ", "").replace(TATWEEL, "")


def _blank(stray: re.Match[str]) -> str:
    if stray[0] not in _NO_BREAK:
        return " "
    text, start, end = stray.string, stray.start(), stray.end()
    around = text[max(0, start - 1) : start], text[end : end + 1]
    return stray[0] if any(map(_HOLDS.match, around)) else " "

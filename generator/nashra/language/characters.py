"""The characters of Arabic-script text that carry no letter of their own."""

from __future__ import annotations

import re

TATWEEL = "\u0640"

MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff]"
)
"""Tashkeel, the Quran's signs and Hebrew's points: combining marks that readers leave out."""

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufe00-\ufe0f\U000e0000-\U000e0fff]"
)
"""Joiners, variation selectors, direction controls and others of no width (UAX 9 section 2)."""

DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The characters that change direction and nothing else (UAX 9 section 2)."""

ARABIC_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c9"
)
HEBREW_LETTERS = "\u05d0-\u05f2"
RIGHT_TO_LEFT_LETTERS = (
    HEBREW_LETTERS
    + ARABIC_LETTERS
    + "\u0700-\u074f\u0780-\u07b1\u07c0-\u085b\ufb1d-\ufd3d\ufd50-\ufdfc\ufe70-\ufefc"
)
"""Letters that run right to left, as the inside of a regular expression's brackets."""
RIGHT_TO_LEFT_MARKS = (
    "\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
)
"""What stands on or between such letters, in the same form."""
RIGHT_TO_LEFT_SIGNS = (
    "\u05be\u05c0\u05c3\u05c6\u05f3\u05f4\u0608\u060b\u060d\u061b-\u061f\u066d\u06d4\u06dd"
)
"""Signs that are as strong as letters (UAX 9, classes R and AL), in the same form."""
LEFT_TO_RIGHT_LETTERS = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0300-\u0373\u0376-\u037d\u037f-\u0483"
    "\u048a-\u0589\u0900-\u1fff\u2c00-\u2dff\u3041-\ua4cf\uac00-\ud7a3"
)
"""Letters that run left to right, with their marks, in the same form."""
EUROPEAN_DIGITS = "0-9\u06f0-\u06f9"
"""Western digits and Persia's, which share a class of direction (UAX 9), in the same form."""
ARABIC_DIGITS = "\u0660-\u0669"

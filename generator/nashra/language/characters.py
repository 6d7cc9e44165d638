"""The characters of Arabic-script text that carry no letter of their own."""

from __future__ import annotations

import re

TATWEEL = "\u0640"

MARKS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]"
)
"""Tashkeel, the Quran's signs and Hebrew's points: combining marks that readers leave out."""

INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
)
"""Joiners, direction controls and other characters of no width (UAX 9 section 2)."""

DIRECTION_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The characters that change direction and nothing else (UAX 9 section 2)."""

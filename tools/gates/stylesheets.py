"""Style sheets that turn with the direction of the page: nothing in them names left or right.

Source: CSS Logical Properties and Values Level 1; W3C, "Structural markup and right-to-left text".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

REFUSED: tuple[tuple[str, str, str], ...] = (
    (r"(?:left|right)", r".*", "inset-inline-start or -end"),
    (
        r"(?:scroll-)?(?:margin|padding)-(?:left|right)",
        r".*",
        "-inline-start or -end",
    ),
    (r"border-(?:left|right)(?:-\w+)?", r".*", "border-inline-start or -end"),
    (
        r"border-(?:top|bottom)-(?:left|right)-radius",
        r".*",
        "border-start-start-radius and its kin",
    ),
    (r"(?:text-align|text-align-last|float|clear|caption-side)", r"left|right", "start or end"),
    (r"(?:resize|overflow-[xy]|overscroll-behavior-[xy])", r"horizontal", "inline"),
    (
        r"(?:margin|padding|inset|scroll-margin|scroll-padding|border-(?:width|color|style))",
        "<unequal sides>",
        "-block and -inline",
    ),
    (r"border-radius", "<unequal corners>", "border-start-start-radius and its kin"),
    (
        r"(?:(?:background|mask)(?:-position(?:-x)?)?|(?:object|offset)-position|.*-origin)",
        r".*\b(?:left|right)\b.*",
        "a position that is the same from both sides, or one for each direction",
    ),
    (r".*", r".*\bto (?:top |bottom )?(?:left|right)\b.*", "a gradient along the block axis"),
    (
        r"(?:transform|translate)",
        r".*\btranslate(?:x|3d)?\(\s*[^0)\s].*",
        "margin-inline, or inset-inline",
    ),
    (r"translate", r"(?!none|0\b).*", "margin-inline, or inset-inline"),
    (r"direction", r"rtl", "dir in the markup"),
    (r"letter-spacing", r"(?!normal$|0$).*", "nothing: it pulls Arabic's letters apart"),
    (r"text-transform", r"(?:upper|lower)case|capitalize", "nothing: Arabic has no capitals"),
    (
        r"font(?:-style)?",
        r"(?:.*\s)?(?:italic|oblique)\b.*",
        "weight or colour: Arabic has no italics",
    ),
    (r"word-break", r"break-all", "overflow-wrap"),
    (r"text-align", r"justify", "start: words are not spread apart"),
)
"""Property, value, and what to write in its place: what no style sheet of the theme may say."""
_REFUSED = [(re.compile(name), re.compile(value), instead) for name, value, instead in REFUSED]
_FOUR_SIDES = 4
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|url\([^)]*\)")
_DECLARATION = re.compile(r"(?<![\w-])(--)?([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])", re.IGNORECASE)


def physical(css: str) -> Iterator[tuple[int, str, str]]:
    """Give every declaration that is refused: its line, itself, and what to write in its place."""
    text = _STRING.sub(_blank, _COMMENT.sub(_blank, css))
    for found in _DECLARATION.finditer(text):
        name, value = found[2].lower(), " ".join(found[3].lower().split())
        value = value.removesuffix("!important").strip()
        for refused, values, instead in _REFUSED:
            if refused.fullmatch(name) and _holds(values, value):
                yield css.count("\n", 0, found.start()) + 1, f"{name}: {value}", instead
                break


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _holds(values: re.Pattern[str], value: str) -> bool:
    if values.pattern == "<unequal sides>":
        sides = _parts(value)
        return len(sides) == _FOUR_SIDES and sides[1] != sides[3]
    if values.pattern == "<unequal corners>":
        return len(set(_parts(value.partition("/")[0]))) > 1
    return values.fullmatch(value) is not None


def _parts(value: str) -> list[str]:
    """Give the parts of a value between spaces, those in brackets kept whole."""
    return re.findall(r"(?:[^\s()]|\([^()]*(?:\([^()]*\)[^()]*)*\))+", value)

"""Levels and order as Unicode says them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.language import direction
from nashra.language.bidi_algorithm import levels, visual_order

_NAME = "shared/suites/BidiCharacterTest.txt"
_FOLDERS = Path(__file__).parents
SUITE = next((found for each in _FOLDERS if (found := each / _NAME).exists()), Path(_NAME))
_BASES = {"0": "ltr", "1": "rtl", "2": ""}


def drawn(text: str, base: str = "rtl") -> str:
    return "".join(text[at] for at in visual_order(text, base))


@pytest.mark.parametrize(
    ("text", "base", "seen", "why"),
    [
        ("abc", "ltr", "abc", "nothing turns"),
        ("אבג", "rtl", "גבא", "all of it turns"),
        ("אב ab", "rtl", "ab בא", "a Latin word keeps its order"),
        ("ab אב", "ltr", "ab בא", "and a Hebrew one"),
        ("אב C++", "rtl", "++C בא", "signs at the edge go to the text around (N1, N2)"),
        ("אב C++\u200e", "rtl", "C++\u200e בא", "unless a mark holds them"),
        ("ا 1-2", "rtl", "2-1 ا", "after an Arabic letter a hyphen parts numbers (W2)"),
        ("א 1-2", "rtl", "1-2 א", "after a Hebrew one it does not (W4)"),
        ("א (a) ב", "rtl", "ב )a( א", "brackets around a Latin word stay the text's (N0)"),
        ("א a(b) ב", "rtl", "ב a(b) א", "a bracket after a Latin word is its own (N0)"),
        ("א \u2066+1 2\u2069 ב", "rtl", "ב \u2069+1 2\u2066 א", "an isolate keeps its order"),
        ("אב \u202dגד\u202c", "rtl", "גד בא", "an override forces it"),
        ("ab \u2067אב\u2069", "", "ab \u2067בא\u2069", "the first strong letter decides"),
    ],
)
def test_the_order_on_the_screen(text: str, base: str, seen: str, why: str) -> None:
    assert drawn(text, base) == seen, why


def suite() -> Iterator[tuple[str, str, int, list[int | None], list[int]]]:
    for line in SUITE.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        points, base, paragraph, found, order = line.split(";")
        yield (
            "".join(chr(int(point, 16)) for point in points.split()),
            _BASES[base],
            int(paragraph),
            [None if level == "x" else int(level) for level in found.split()],
            [int(at) for at in order.split()],
        )


@pytest.mark.skipif(not SUITE.exists(), reason="Unicode's BidiCharacterTest.txt is not here")
def test_unicodes_own_cases_agree_in_direction_and_order() -> None:
    checked = 0
    for text, base, paragraph, found, order in suite():
        if not all(map(unicodedata.bidirectional, text)):
            continue
        checked += 1
        assert levels(text, base) == found, ascii(text)
        assert visual_order(text, base) == order, ascii(text)
        if not base:
            assert (direction.of_text(text) or "ltr") == ("ltr", "rtl")[paragraph], ascii(text)
    assert checked > 90_000


@pytest.mark.parametrize("character", ["a", "א", "1", " ", "(", "\u2067", "\u202e", "\u0301", "+"])
def test_a_long_line_of_one_character_ends(character: str) -> None:
    assert len(levels(character * 100_000, "rtl")) == 100_000

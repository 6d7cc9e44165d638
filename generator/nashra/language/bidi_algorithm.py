"""The order in which a line's characters stand on the screen.

The Unicode Bidirectional Algorithm (UAX 9) for one paragraph that is one line. Classes are those
of Python's own Unicode tables.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nashra.language import direction
from nashra.language.bidi_types import resolve

_MAX_DEPTH = 125
_EMBEDDINGS = {"RLE": 1, "LRE": 0, "RLO": 1, "LRO": 0}
_OVERRIDES = {"RLO": "R", "LRO": "L"}
_INITIATORS = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
_SPACES = frozenset({"WS", "FSI", "LRI", "RLI", "PDI"})


def visual_order(text: str, base: str = "") -> list[int]:
    """Give the places of a text's characters from left to right as they are seen.

    `base` is `rtl`, `ltr`, or nothing where the first strong letter decides. Characters that take
    no place (X9) are left out.
    """
    found = levels(text, base)
    seen = [at for at, level in enumerate(found) if level is not None]
    depths = [level for level in found if level is not None]
    for depth in range(max(depths, default=0), 0, -1):
        seen = list(_turned(seen, found, depth))
    return seen


def _turned(seen: list[int], found: Sequence[int | None], depth: int) -> Iterator[int]:
    """Turn every stretch of at least one level about (L2)."""
    stretch: list[int] = []
    for at in seen:
        if (found[at] or 0) >= depth:
            stretch.append(at)
            continue
        yield from reversed(stretch)
        stretch = []
        yield at
    yield from reversed(stretch)


def levels(text: str, base: str = "") -> list[int | None]:
    """Give the level of each character: even runs left to right, odd right to left.

    `None` stands for a character that takes no place (X9).
    """
    classes = [unicodedata.bidirectional(character) or "L" for character in text]
    paragraph = int((base or direction.of_text(text)) == "rtl")
    matches = _matching(classes)
    explicit = _Explicit(text, classes, matches, paragraph)
    found = list(explicit.levels)
    for run in _sequences(found, classes, matches):
        places = [at for stretch in run for at in stretch]
        edges = _edges(places, explicit.levels, paragraph, classes)
        level = explicit.levels[places[0]] or 0
        types = resolve(
            [explicit.types[at] for at in places], [text[at] for at in places], level, edges
        )
        for at, kind in zip(places, types, strict=True):
            found[at] = _implicit(level, kind)
    return _trailing(classes, found, paragraph)


def _implicit(level: int, kind: str) -> int:
    """Give the level of a resolved type (I1, I2)."""
    if level % 2:
        return level + (kind in {"L", "EN", "AN"})
    return level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _trailing(classes: Sequence[str], found: list[int | None], paragraph: int) -> list[int | None]:
    """Put separators, and the spaces before them and at the end, at the paragraph's level (L1)."""
    reset = True
    for at in range(len(classes) - 1, -1, -1):
        if classes[at] in {"B", "S"}:
            reset = True
            found[at] = paragraph
        elif classes[at] in _SPACES:
            if reset:
                found[at] = paragraph
        elif classes[at] not in _REMOVED:
            reset = False
    return found


def _matching(classes: Sequence[str]) -> dict[int, int]:
    """Give the place of the character that ends each isolate, and the other way round (BD9)."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for at, kind in enumerate(classes):
        if kind in _INITIATORS:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            pairs[waiting[-1]] = at
            pairs[at] = waiting.pop()
        elif kind == "B":
            waiting.clear()
    return pairs


@dataclass(frozen=True, slots=True)
class _Status:
    level: int
    override: str = ""
    isolate: bool = False

    def next(self, odd: int) -> int:
        return self.level + (1 if self.level % 2 != odd else 2)


class _Explicit:
    """What the controls in a text say of its characters (X1 to X8)."""

    def __init__(
        self, text: str, classes: Sequence[str], matches: dict[int, int], paragraph: int
    ) -> None:
        self.levels: list[int | None] = []
        self.types = list(classes)
        self._stack = [_Status(paragraph)]
        self._over_isolates = self._over_embeddings = self._isolates = 0
        for at, kind in enumerate(classes):
            if kind in _EMBEDDINGS:
                self._embed(kind)
            elif kind in _INITIATORS:
                self._place(at)
                inside = text[at + 1 : matches.get(at, len(text))] if kind == "FSI" else ""
                odd = direction.of_text(inside) == "rtl" if kind == "FSI" else kind == "RLI"
                self._isolate(int(odd))
                continue
            elif kind == "PDI":
                self._end_isolate(at, matches)
            elif kind == "PDF":
                self._end_embedding()
            if kind == "B":
                self.levels.append(paragraph)
            elif kind in _REMOVED:
                self.levels.append(None)
            else:
                self._place(at)

    def _place(self, at: int) -> None:
        status = self._stack[-1]
        self.levels.append(status.level)
        self.types[at] = status.override or self.types[at]

    def _embed(self, kind: str) -> None:
        level = self._stack[-1].next(_EMBEDDINGS[kind])
        if level <= _MAX_DEPTH and not self._over_isolates and not self._over_embeddings:
            self._stack.append(_Status(level, _OVERRIDES.get(kind, "")))
        elif not self._over_isolates:
            self._over_embeddings += 1

    def _isolate(self, odd: int) -> None:
        level = self._stack[-1].next(odd)
        if level <= _MAX_DEPTH and not self._over_isolates and not self._over_embeddings:
            self._isolates += 1
            self._stack.append(_Status(level, isolate=True))
        else:
            self._over_isolates += 1

    def _end_isolate(self, at: int, matches: dict[int, int]) -> None:
        if self._over_isolates:
            self._over_isolates -= 1
        elif at in matches:
            self._over_embeddings = 0
            while not self._stack[-1].isolate:
                self._stack.pop()
            self._stack.pop()
            self._isolates -= 1

    def _end_embedding(self) -> None:
        if self._over_isolates:
            return
        if self._over_embeddings:
            self._over_embeddings -= 1
        elif not self._stack[-1].isolate and len(self._stack) > 1:
            self._stack.pop()


def _sequences(
    found: Sequence[int | None], classes: Sequence[str], matches: dict[int, int]
) -> list[list[list[int]]]:
    """Give the isolating run sequences: runs of one level, joined over what they isolate (BD13)."""
    runs: list[list[int]] = []
    last: int | None = None
    for at, level in enumerate(found):
        if level is None:
            continue
        if runs and level == last and classes[runs[-1][-1]] != "B":
            runs[-1].append(at)
        else:
            runs.append([at])
        last = level
    beginning = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if classes[run[0]] == "PDI" and run[0] in matches:
            continue
        sequence = [run]
        while (end := sequence[-1][-1]) in matches and classes[end] in _INITIATORS:
            sequence.append(beginning[matches[end]])
        sequences.append(sequence)
    return sequences


def _edges(
    places: Sequence[int], found: Sequence[int | None], paragraph: int, classes: Sequence[str]
) -> tuple[str, str]:
    """Give what stands for the text before a sequence and after it (X10)."""
    first, last = places[0], places[-1]
    beyond = len(found) if classes[last] in _INITIATORS else last + 1
    left = (found[at] for at in range(first - 1, -1, -1))
    right = (found[at] for at in range(beyond, len(found)))
    before = next((level for level in left if level is not None), paragraph)
    after = next((level for level in right if level is not None), paragraph)
    level = found[first] or 0
    return "LR"[max(level, before) % 2], "LR"[max(level, after) % 2]

"""What becomes of weak and neutral characters between strong ones (UAX 9, W1 to N2)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence

_BRACKETS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽"
    "⸢⸣⸤⸥⸦⸧⸨⸩⹕⹖⹗⹘⹙⹚⹛⹜〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Unicode's BidiBrackets: opening ones and the closing ones after them."""
_CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_CLOSERS = frozenset(_CLOSING.values())
_MOST_BRACKETS = 63
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "FSI", "LRI", "RLI", "PDI"})
_ISOLATES = frozenset({"FSI", "LRI", "RLI", "PDI"})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""The direction that a resolved type lends to neutrals beside it."""


def resolve(
    types: list[str], characters: Sequence[str], level: int, edges: tuple[str, str]
) -> list[str]:
    """Give for each character of a sequence `L`, `R`, `EN` or `AN`.

    `edges` are the directions of what stands before and after the sequence.
    """
    written = list(types)
    for rule in _WEAK:
        rule(types, edges[0])
    own = "LR"[level % 2]
    _pair(types, written, characters, own, edges[0])
    _fill(types, own, edges)
    return types


def _marks(types: list[str], before: str) -> None:
    """Give combining marks what they stand on (W1)."""
    for at, kind in enumerate(types):
        if kind == "NSM":
            previous = types[at - 1] if at else before
            types[at] = "ON" if previous in _ISOLATES else previous


def _european_after_arabic(types: list[str], before: str) -> None:
    """Make digits after an Arabic letter Arabic ones, and its letters as Hebrew's (W2, W3)."""
    strong = before
    for at, kind in enumerate(types):
        if kind in {"L", "R", "AL"}:
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[at] = "AN"
    types[:] = ["R" if kind == "AL" else kind for kind in types]


def _separators(types: list[str], before: str) -> None:  # noqa: ARG001
    """Keep a separator between two numbers with them (W4)."""
    for at in range(1, len(types) - 1):
        pair = {types[at - 1], types[at + 1]}
        if types[at] == "CS" and pair in ({"EN"}, {"AN"}):
            types[at] = types[at - 1]
        elif types[at] == "ES" and pair == {"EN"}:
            types[at] = "EN"


def _terminators(types: list[str], before: str) -> None:  # noqa: ARG001
    """Keep signs such as % and $ with the European number beside them (W5, W6)."""
    for start, end in _stretches(types, lambda kind: kind == "ET"):
        beside = types[start - 1 : start] + types[end : end + 1]
        types[start:end] = ["EN" if "EN" in beside else "ON"] * (end - start)
    types[:] = ["ON" if kind in {"ES", "CS"} else kind for kind in types]


def _european_after_latin(types: list[str], before: str) -> None:
    """Make European digits after a Latin letter Latin (W7)."""
    strong = before
    for at, kind in enumerate(types):
        if kind in {"L", "R"}:
            strong = kind
        elif kind == "EN" and strong == "L":
            types[at] = "L"


_WEAK: tuple[Callable[[list[str], str], None], ...] = (
    _marks,
    _european_after_arabic,
    _separators,
    _terminators,
    _european_after_latin,
)


def _pair(
    types: list[str], written: Sequence[str], characters: Sequence[str], own: str, before: str
) -> None:
    """Turn brackets the way of what they hold (N0)."""
    for start, end in _brackets(types, characters):
        inside = {_STRONG.get(kind) for kind in types[start + 1 : end]}
        if own in inside:
            turn = own
        elif inside & {"L", "R"}:
            context = (
                _STRONG[types[at]] for at in range(start - 1, -1, -1) if types[at] in _STRONG
            )
            turn = next(context, before)
        else:
            continue
        for at in (start, end):
            types[at] = turn
            for mark in range(at + 1, len(types)):
                if written[mark] != "NSM":
                    break
                types[mark] = turn


def _brackets(types: Sequence[str], characters: Sequence[str]) -> list[tuple[int, int]]:
    """Give the places of brackets that belong together, by their opening ones (BD16)."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for at, kind in enumerate(types):
        if kind != "ON":
            continue
        character = unicodedata.normalize("NFC", characters[at])
        if character in _CLOSING:
            if len(waiting) == _MOST_BRACKETS:
                return []
            waiting.append((_CLOSING[character], at))
        elif character in _CLOSERS:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == character:
                    pairs.append((waiting[depth][1], at))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _fill(types: list[str], own: str, edges: tuple[str, str]) -> None:
    """Give neutrals the direction that stands on both their sides, or the sequence's (N1, N2)."""
    for start, end in _stretches(types, _NEUTRAL.__contains__):
        left = _STRONG[types[start - 1]] if start else edges[0]
        right = _STRONG[types[end]] if end < len(types) else edges[1]
        types[start:end] = [left if left == right else own] * (end - start)


def _stretches(types: Sequence[str], wanted: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(types):
        end = start
        while end < len(types) and wanted(types[end]):
            end += 1
        if end > start:
            yield start, end
        start = end + 1

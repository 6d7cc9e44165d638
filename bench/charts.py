"""Charts as plain SVG, on a ground of their own, readable by day and by night."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH = 720
_STYLE = """\
<style>
text { font: 13px system-ui, sans-serif; fill: #3d4753 }
.title { font-size: 16px; font-weight: 600; fill: #14191f }
.value { font-weight: 600; fill: #14191f }
.end { text-anchor: end }
.middle { text-anchor: middle }
.ground { fill: #fff; stroke: #d5dbe1 }
.grid { stroke: #e6eaee; fill: none }
.nashra { --own: #0b7a6f } .hugo { --own: #c2410c } .pelican { --own: #64748b }
.line { stroke: var(--own); stroke-width: 2.5; fill: none; stroke-linejoin: round }
.dot, .bar { fill: var(--own) }
.name { fill: var(--own); font-weight: 600 }
@media (prefers-color-scheme: dark) {
text { fill: #aab4bf }
.title, .value { fill: #f0f3f6 }
.ground { fill: #11161b; stroke: #2d363f }
.grid { stroke: #252d35 }
.nashra { --own: #2dd4bf } .hugo { --own: #fb923c } .pelican { --own: #94a3b8 }
}
</style>
"""
_LEFT, _RIGHT, _TOP, _BOTTOM = 96, 96, 56, 44
_PLOT_HEIGHT = 260
_ROW, _BAR, _NAMES = 26, 16, 190
_APART = 17
"""How far apart the names at the ends of lines stand at least."""


@dataclass(frozen=True, slots=True)
class Series:
    """One generator's line: its points are stories and what was measured, at least one."""

    key: str
    name: str
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar, with what is written beside it."""

    key: str
    name: str
    length: float
    value: str


def growth(title: str, series: Sequence[Series], unit: str) -> str:
    """Give lines over the number of stories, both axes by powers of ten."""
    across = [x for one in series for x, _ in one.points]
    up = [y for one in series for _, y in one.points]
    left, right = math.log10(min(across)), math.log10(max(across))
    low, high = math.floor(math.log10(min(up))), math.ceil(math.log10(max(up)))

    def place(x: float, y: float) -> tuple[float, float]:
        span = WIDTH - _LEFT - _RIGHT
        part = (math.log10(x) - left) / (right - left) if right > left else 0.5
        rise = (math.log10(y) - low) / max(high - low, 1)
        return _LEFT + part * span, _TOP + (1 - rise) * _PLOT_HEIGHT

    parts = []
    for power in range(low, high + 1):
        _, y = place(min(across), 10.0**power)
        parts += [
            f'<path class="grid" d="M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}"/>',
            _text(_LEFT - 10, y + 4, f"{_plain(10.0**power)} {unit}", "end"),
        ]
    for stories in sorted(set(across)):
        x, _ = place(stories, 10.0**low)
        parts.append(_text(x, _TOP + _PLOT_HEIGHT + 22, f"{stories:,.0f} stories", "middle"))
    names = _spread({one.key: place(*one.points[-1]) for one in series})
    for one in series:
        dots = [place(x, y) for x, y in one.points]
        parts.append(f'<g class="{one.key}">')
        parts.append(f'<path class="line" d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in dots)}"/>')
        parts += [f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="4"/>' for x, y in dots]
        parts.append(_text(dots[-1][0] + 12, names[one.key] + 4, one.name, "name") + "</g>")
    return _drawing(title, parts, _TOP + _PLOT_HEIGHT + _BOTTOM)


def bars(title: str, groups: Sequence[tuple[str, Sequence[Bar]]]) -> str:
    """Give groups of bars; each group has a scale of its own, from nothing to its longest bar."""
    parts: list[str] = []
    y = _TOP
    for name, group in groups:
        longest = max(bar.length for bar in group)
        parts.append(_text(24, y + 14, name, "value"))
        y += _ROW
        for bar in group:
            width = max(2.0, bar.length / longest * (WIDTH - _NAMES - _RIGHT - 16))
            shape = f'x="{_NAMES}" y="{y}" width="{width:.1f}" height="{_BAR}" rx="2"'
            parts += [
                _text(_NAMES - 12, y + 13, bar.name, "end"),
                f'<g class="{bar.key}"><rect class="bar" {shape}/></g>',
                _text(_NAMES + width + 8, y + 13, bar.value, "value"),
            ]
            y += _ROW
        y += 14
    return _drawing(title, parts, y + 4)


def _spread(ends: dict[str, tuple[float, float]]) -> dict[str, float]:
    """Give each line's name a height: names beside each other's ends move apart, downwards."""
    placed: dict[str, float] = {}
    last: dict[float, float] = {}
    for key, (x, y) in sorted(ends.items(), key=lambda item: item[1][1]):
        placed[key] = last[x] = max(y, last.get(x, -math.inf) + _APART)
    return placed


def _plain(number: float) -> str:
    return f"{number:,.0f}" if number >= 1 else f"{number:g}"


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _drawing(title: str, parts: Sequence[str], height: float) -> str:
    inside = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'width="{WIDTH}" height="{height:.0f}" role="img" aria-label="{escape(title)}">\n'
        f'{_STYLE}<rect class="ground" x="0.5" y="0.5" width="{WIDTH - 1}" '
        f'height="{height - 1:.0f}" rx="8"/>\n{_text(24, 32, title, "title")}\n{inside}\n</svg>\n'
    )

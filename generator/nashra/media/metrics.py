"""How a face measures, and how one of the system's is made to stand in for it.

Lines of the two must be as wide and as high, so that text is set alike with either of them.
Source: CSS Fonts Module Level 5, `size-adjust`, and Level 4, `ascent-override` and its kin.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_LINES = (
    "كتبت الصحيفة أن المدينة استعادت سوقها القديم بعد عامين من العمل وقال التجار إن الزوار "
    "عادوا منذ اليوم الأول حين فتحت الأبواب صباحا على رائحة القهوة والخبز وسمع الناس من جديد "
    "صوت الباعة تحت السقف الخشبي "
    "بينما جلس شيخ يروي لأطفال الحي حكاية الميناء والمنارة وظل المطر خفيفا حتى المساء"
)
"""Running text, for how often each letter stands in which shape."""
_JOIN_TO_THE_NEXT = frozenset("بتثجحخسشصضطظعغفقكلمنهيئ")
_JOIN_TO_THE_ONE_BEFORE = _JOIN_TO_THE_NEXT | frozenset("اأإآدذرزوؤةى")
_SHAPES = {(False, True): "init", (True, True): "medi", (True, False): "fina"}
_SINGLE, _MULTIPLE = 1, 2


@dataclass(frozen=True, slots=True)
class Metrics:
    """How a face measures; every figure in ems."""

    ascent: float
    descent: float
    line_gap: float
    width: float
    """The mean advance of a letter or a space of running Arabic; 0 of a face without Arabic."""


@dataclass(frozen=True, slots=True)
class SystemFace:
    """A face that readers' systems have."""

    names: tuple[str, str]
    """Its full names, regular and bold, as `local()` asks for them."""
    widths: tuple[float, float]
    """The mean advances of its two weights, as browsers set the same running text."""


SYSTEM_FACES = (
    SystemFace(("DejaVu Sans", "DejaVu Sans Bold"), (0.4540, 0.5404)),
    SystemFace(("Noto Sans Arabic", "Noto Sans Arabic Bold"), (0.4275, 0.4669)),
    SystemFace(("Noto Naskh Arabic", "Noto Naskh Arabic Bold"), (0.3834, 0.3978)),
)
"""Those of Android and of free systems, whose files anyone may measure; the best comes last."""
_BOLD = 600


def measure(font: Any) -> Metrics:
    """Give the metrics of a face that fontTools has opened."""
    units = font["head"].unitsPerEm
    line = font["hhea"]
    return Metrics(
        ascent=line.ascent / units,
        descent=-line.descent / units,
        line_gap=line.lineGap / units,
        width=_mean_advance(font) / units,
    )


def stand_ins(own: Metrics, family: str, weight: int) -> str:
    """Give the rules by which the system's faces stand in for one of the theme's, as one family.

    Of rules of one family browsers take the last whose face the system has. Only Arabic, digits and
    the signs between them are taken from it: how wide its Latin is was not measured.
    """
    if not own.width:
        return ""
    bold = weight >= _BOLD
    return "".join(
        f'@font-face{{font-family:"{family} Fallback";font-weight:{weight};'
        f'src:local("{face.names[bold]}");unicode-range:U+20-40,U+600-6FF;'
        f"{_overrides(own, face.widths[bold])}}}\n"
        for face in SYSTEM_FACES
    )


def _overrides(own: Metrics, width: float) -> str:
    scale = own.width / width
    return (
        f"size-adjust:{_percent(scale)};ascent-override:{_percent(own.ascent / scale)};"
        f"descent-override:{_percent(own.descent / scale)};"
        f"line-gap-override:{_percent(own.line_gap / scale)}"
    )


def _percent(part: float) -> str:
    return f"{round(100 * part, 1):g}%"


def _mean_advance(font: Any) -> float:
    advances, names = font["hmtx"], font.getBestCmap()
    if not {ord(letter) for letter in _LINES} <= names.keys():
        return 0
    shaped = {tag: _substitutions(font, tag) for tag in ("ccmp", *_SHAPES.values())}
    whole = 0
    for letter, shape in _letters():
        glyphs = shaped["ccmp"].get(names[ord(letter)], [names[ord(letter)]])
        replaced = [shaped[shape].get(glyph, [glyph]) if shape else [glyph] for glyph in glyphs]
        whole += sum(advances[glyph][0] for each in replaced for glyph in each)
    return whole / len(_LINES)


def _letters() -> Iterator[tuple[str, str]]:
    """Give each letter of the running text with the feature that shapes it, or none."""
    for before, letter, after in zip(" " + _LINES, _LINES, _LINES[1:] + " ", strict=False):
        joined = before in _JOIN_TO_THE_NEXT and letter in _JOIN_TO_THE_ONE_BEFORE
        joins = letter in _JOIN_TO_THE_NEXT and after in _JOIN_TO_THE_ONE_BEFORE
        yield letter, _SHAPES.get((joined, joins), "")


def _substitutions(font: Any, tag: str) -> dict[str, list[str]]:
    """Give what a feature puts in the place of each glyph, whatever stands around it."""
    if "GSUB" not in font:
        return {}
    table = font["GSUB"].table
    found: dict[str, list[str]] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    for glyph, instead in _mapping(subtable).items():
                        found.setdefault(glyph, instead)
    return found


def _mapping(subtable: Any) -> dict[str, list[str]]:
    part = getattr(subtable, "ExtSubTable", subtable)
    if part.LookupType == _SINGLE:
        return {glyph: [instead] for glyph, instead in part.mapping.items()}
    return dict(part.mapping) if part.LookupType == _MULTIPLE else {}

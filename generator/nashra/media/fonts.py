"""Faces cut to what a news page needs: a fifth of the weight, the same shapes.

The cut keeps every feature that joins letters or places marks (W3C, Arabic and Persian Layout
Requirements, section 5). Its name is the theme's own, since the Open Font License lets a changed
face keep a reserved name only with its owner's leave.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from nashra.media.metrics import Metrics, measure
from nashra.whole import write_whole

_ARABIC = [
    0x060C, 0x061B, 0x061F, *range(0x0621, 0x063B), *range(0x0640, 0x0656), *range(0x0660, 0x0672),
    0x0679, 0x067E, 0x0686, 0x0688, 0x0691, 0x0698, 0x06A4, 0x06A8, 0x06A9, 0x06AD, 0x06AF, 0x06BA,
    0x06BE, 0x06C0, 0x06C1, 0x06C2, 0x06C3, 0x06CC, 0x06D2, 0x06D3, 0x06D4, *range(0x06F0, 0x06FA),
    0xFD3E, 0xFD3F, 0xFDFA,
]  # fmt: skip
"""The letters of Arabic, Persian, Urdu and the Maghreb's, tashkeel, three families of digits."""
_LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), 0x0152, 0x0153]
_SIGNS = [
    0x200C, 0x200D, 0x200E, 0x200F, 0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D,
    0x2022, 0x2026, 0x202F, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2190, 0x2192, 0x2212, 0x25CC,
]  # fmt: skip
_VERSION = b"4"


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a theme: the file that it is cut from, and what the styles call it."""

    family: str
    weight: int
    file: Path

    @property
    def licence(self) -> Path | None:
        """The licence that the face must be served with, where its package has one."""
        for folder in (self.file.parent, self.file.parent.parent):
            for name in ("LICENSE", "OFL.txt", "LICENSE.txt"):
                if (folder / name).is_file():
                    return folder / name
        return None


_NAMES = {0, 1, 2, 4, 6, 13, 14}
"""Copyright, family, style, full name, PostScript's name, and the licence's two."""


def cut(face: Face, *, cache: Path) -> bytes:
    """Give the face as woff2, cut to Arabic, Latin and punctuation; done once, kept in `cache`.

    Raises:
        OSError: the face's file cannot be read.

    """
    kept = cache / _name(face)
    try:
        return kept.read_bytes()
    except FileNotFoundError:
        made = _cut(face.file.read_bytes(), face)
    write_whole(kept, made)
    return made


def measured(face: Face, *, cache: Path) -> Metrics:
    """Give the metrics of a face; taken once, kept in `cache` beside its cut.

    Raises:
        OSError: the face's file cannot be read.

    """
    kept = (cache / _name(face)).with_suffix(".json")
    try:
        return Metrics(**json.loads(kept.read_bytes()))
    except FileNotFoundError:
        made = _measured(cut(face, cache=cache))
    write_whole(kept, json.dumps(asdict(made)).encode())
    return made


def is_cut(face: Face, *, cache: Path) -> bool:
    """Tell whether a face's cut and its metrics are kept."""
    kept = cache / _name(face)
    return kept.is_file() and kept.with_suffix(".json").is_file()


def _name(face: Face) -> str:
    stat = face.file.stat()
    source = _digest(face.file, stat.st_size, stat.st_mtime_ns)
    parts = [_VERSION, face.family.encode(), str(face.weight).encode(), source]
    return hashlib.blake2b(b"\0".join(parts), digest_size=16).hexdigest() + ".woff2"


@lru_cache(maxsize=64)
def _digest(file: Path, size: int, modified: int) -> bytes:  # noqa: ARG001 — what tells a change
    return hashlib.blake2b(file.read_bytes(), digest_size=16).digest()


def _cut(source: bytes, face: Face) -> bytes:
    from fontTools import subset  # noqa: PLC0415 — heavy, and needed once a face
    from fontTools.ttLib import TTFont  # noqa: PLC0415
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    if "fvar" in font:
        font = instantiateVariableFont(font, {"wght": face.weight}, inplace=True)
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = ["*"]
    options.drop_tables = [*options.drop_tables, "meta"]
    options.recalc_timestamp = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[*_ARABIC, *_LATIN, *_SIGNS])
    names = font["name"]
    del font["name"]  # the cutter looks for names all over the font: a third of its time
    cutter.subset(font)
    font["name"] = names
    _rename(names, face)
    out = io.BytesIO()
    font.flavor = "woff2"
    font.save(out, reorderTables=None)
    return out.getvalue()


def _measured(made: bytes) -> Metrics:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 — heavy, and needed once a face

    return measure(TTFont(io.BytesIO(made)))


def _rename(table: Any, face: Face) -> None:
    table.names = [
        record for record in table.names if record.nameID in _NAMES and record.isUnicode()
    ]
    compact = f"{face.family.replace(' ', '')}-{face.weight}"
    names = {1: face.family, 4: f"{face.family} {face.weight}", 6: compact}
    for record in table.names:
        if record.nameID in names:
            record.string = names[record.nameID]

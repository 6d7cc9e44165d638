"""What a story costs before its picture: HTML, style, script and faces, as hosts send them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from tools.gates.host import over_the_wire

MOST = 90_000
"""Bytes over the wire that a story's first view may cost without its picture."""
_FILE = re.compile(r'(?:href|src)="/((?:assets/)[^"]+\.(?:css|js|woff2))"')
_FACE = re.compile(r'url\("?([^")]+\.woff2)"?\)')


@dataclass(frozen=True, slots=True)
class Weight:
    """The bytes of a first view, over the wire."""

    html: int
    style: int
    script: int
    faces: int

    @property
    def whole(self) -> int:
        """All of it."""
        return self.html + self.style + self.script + self.faces


def weigh(page: Path, *, output: Path) -> Weight:
    """Give what a page costs on a first visit, every face of its style included."""
    html = page.read_text(encoding="utf-8")
    files = {output / unquote(name) for name in _FILE.findall(html)}
    for sheet in [file for file in files if file.suffix == ".css"]:
        files |= {sheet.parent / face for face in _FACE.findall(sheet.read_text(encoding="utf-8"))}
    by_kind = {".css": 0, ".js": 0, ".woff2": 0}
    for file in files:
        by_kind[file.suffix] += over_the_wire(file)
    return Weight(over_the_wire(page), by_kind[".css"], by_kind[".js"], by_kind[".woff2"])

"""A face of the system's that stands in for one of the theme's: as wide, as high."""

from __future__ import annotations

import re
from pathlib import Path

import fontpkg_ibm_plex_sans_arabic as plex
import pytest
from fontTools.ttLib import TTFont

from nashra.media import fonts
from nashra.media.fonts import Face, measured
from nashra.media.metrics import SYSTEM_FACES, Metrics, measure, stand_ins

FILES = Path(plex.__path__[0]) / "files"
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")


@pytest.mark.parametrize(
    ("file", "width"),
    [("IBMPlexSansArabic-Regular.ttf", 0.4013), ("IBMPlexSansArabic-Bold.ttf", 0.4275)],
)
def test_a_face_is_measured_as_browsers_set_it(file: str, width: float) -> None:
    found = measure(TTFont(FILES / file))

    assert (found.ascent, found.descent, found.line_gap) == (1.085, 0.415, 0.0)
    assert found.width == pytest.approx(width, rel=0.01), "as Chromium sets the same text"


@pytest.mark.skipif(not DEJAVU.exists(), reason="this machine has no DejaVu Sans")
def test_the_table_of_the_systems_faces_says_what_their_files_do() -> None:
    assert measure(TTFont(DEJAVU)).width == pytest.approx(SYSTEM_FACES[0].widths[0], rel=0.01)


def test_a_wider_face_is_set_smaller_and_keeps_the_line_as_high() -> None:
    own = Metrics(ascent=1.0, descent=0.4, line_gap=0.0, width=SYSTEM_FACES[0].widths[0] / 2)
    rule = stand_ins(own, "Sahil", 400).splitlines()[0]

    assert 'font-family:"Sahil Fallback";font-weight:400;src:local("DejaVu Sans")' in rule
    assert "size-adjust:50%;ascent-override:200%;descent-override:80%" in rule


def test_bold_stands_in_for_bold() -> None:
    own = Metrics(ascent=1.0, descent=0.4, line_gap=0.0, width=0.4)

    assert all(
        name.endswith(" Bold")
        for name in re.findall(r'local\("([^"]+)"\)', stand_ins(own, "Sahil", 700))
    )


def test_nothing_stands_in_for_a_face_without_arabic() -> None:
    latin = TTFont(FILES / "IBMPlexSansArabic-Regular.ttf")
    for table in latin["cmap"].tables:
        table.cmap = {code: glyph for code, glyph in table.cmap.items() if code < 0x100}

    assert stand_ins(measure(latin), "Sahil", 400) == ""


def test_a_face_is_measured_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    face = Face("Sahil", 400, FILES / "IBMPlexSansArabic-Regular.ttf")
    first = measured(face, cache=tmp_path)

    def refuse(_: bytes) -> Metrics:
        raise AssertionError("measured again")

    monkeypatch.setattr(fonts, "_measured", refuse)
    assert measured(face, cache=tmp_path) == first
    assert fonts.is_cut(face, cache=tmp_path)

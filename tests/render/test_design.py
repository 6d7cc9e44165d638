"""What a newsroom changes of its theme's looks from `config.yaml`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra import bundled
from nashra.errors import ConfigurationError, Problem
from nashra.media.fonts import Face
from nashra.render import design, theme
from tests.sites import CONFIG, new_site

JARIDA = theme.find("jarida", site_themes=Path("nowhere"))


def faults(chosen: dict[str, str]) -> list[Problem]:
    with pytest.raises(ConfigurationError) as caught:
        design.rules(JARIDA.settings, chosen)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("chosen", "css", "why"),
    [
        ({}, "", "nothing said, nothing changed"),
        ({"accent": "#7a1f3d"}, ":root{--accent:#7a1f3d}\n", "a colour"),
        ({"لون_الإبراز": "#7a1f3d"}, ":root{--accent:#7a1f3d}\n", "by its Arabic name"),
        (
            {"accent_dark": "#f0a9c0"},
            "@media (prefers-color-scheme:dark){:root{--accent:#f0a9c0}\n}",
            "for dark screens alone",
        ),
        ({"space": "2rem"}, ":root{--gap:2rem}\n", "a space"),
        ({"regular_face": "a.ttf"}, "", "faces are no rules"),
    ],
)
def test_what_is_chosen_is_set(chosen: dict[str, str], css: str, why: str) -> None:
    assert design.rules(JARIDA.settings, chosen) == css, why


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"acent": "#000"}, "accent"),  # a slip of the hand: the nearest is named
        ({"accent": "red;}*{display:none"}, "#00566b"),  # no CSS but a colour
        ({"space": "wide"}, "1.5rem"),
        ({"accent": "#ffd700"}, "4.5"),  # gold on white cannot be read
        ({"paper": "#12181d"}, "4.5"),  # nor black ink on black paper
        ({"accent_dark": "#222222"}, "4.5"),
    ],
)
def test_what_cannot_be_used_is_told(chosen: dict[str, str], said: str) -> None:
    assert any(said in str(problem) for problem in faults(chosen))


def test_the_defaults_are_those_of_the_style_sheet() -> None:
    css = (bundled.theme("jarida") / "styles" / "site.css").read_text("utf-8")
    light, _, dark = css.partition("@media (prefers-color-scheme: dark)")

    for setting in JARIDA.settings:
        found = re.search(rf"{setting.property}: ([^;]+);", dark if setting.dark else light)
        assert found, setting.name
        assert found[1] == setting.default, setting.name


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21.0), ("#fff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert design.contrast(one, other) == pytest.approx(ratio, abs=0.01)


def test_a_face_of_the_site_s_own_takes_the_theme_s_place(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(b"")
    faces = [Face("Text", 400, Path("a.ttf")), Face("Text", 700, Path("b.ttf"))]

    found = design.faces(faces, {"bold_face": "own.ttf"}, tmp_path)

    assert [face.file for face in found] == [Path("a.ttf"), tmp_path / "own.ttf"]
    with pytest.raises(ConfigurationError, match=r"fonts/gone\.ttf"):
        design.faces(faces, {"الخط": "fonts/gone.ttf"}, tmp_path)


def test_the_site_s_style_sheet_ends_with_its_own_rules(tmp_path: Path) -> None:
    config = CONFIG.replace("theme: plain", 'theme: jarida\ndesign: {accent: "#7a1f3d"}')
    site = new_site(tmp_path / "site", f"-- config.yaml --\n{config}")

    site.build()

    (sheet,) = (site.folders.output / "assets").glob("site.*.css")
    assert sheet.read_text("utf-8").endswith(":root{--accent:#7a1f3d}\n")

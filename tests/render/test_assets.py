"""A theme's own files under names that change with their bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra.media.fonts import Face
from nashra.media.metrics import Metrics
from nashra.render import assets
from nashra.render.assets import Asset, collect, fingerprinted, targets


def write(folder: Path, name: str, data: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def collected(*folders: Path, faces: tuple[Face, ...] = ()) -> dict[str, Asset]:
    return collect(folders, faces, cache=folders[0].parent / "cache")


@pytest.fixture
def no_cutting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a cut face be its file's bytes: how faces are cut has tests of its own."""

    def cut(face: Face, *, cache: Path) -> bytes:  # noqa: ARG001
        return face.file.read_bytes()

    def measured(face: Face, *, cache: Path) -> Metrics:  # noqa: ARG001
        return Metrics(ascent=1.0, descent=0.4, line_gap=0.0, width=0.4)

    monkeypatch.setattr(assets, "cut", cut)
    monkeypatch.setattr(assets, "measured", measured)


def test_a_name_changes_with_the_bytes_and_with_nothing_else() -> None:
    first = fingerprinted("styles/site.css", b"a{}")

    assert fingerprinted("styles/site.css", b"a{}") == first
    assert fingerprinted("styles/site.css", b"b{}").target != first.target
    assert re.fullmatch(r"assets/site\.[0-9a-f]{10}\.css", first.target)
    assert first.name == "styles/site.css"


def test_styles_scripts_and_images_are_taken_and_nothing_else(tmp_path: Path) -> None:
    theme = tmp_path / "wave"
    for name in (
        "styles/site.css",
        "scripts/a/b.js",
        "images/wave.svg",
        "templates/page.html",
        "strings/ar.yaml",
        "theme.yaml",
        "styles/.hidden.css",
    ):
        write(theme, name, name.encode())

    found = collected(theme)
    assert found.keys() == {"styles/site.css", "scripts/a/b.js", "images/wave.svg"}
    assert found["scripts/a/b.js"].data == b"scripts/a/b.js"


def test_one_file_hides_its_parents_and_the_rest_stays(tmp_path: Path) -> None:
    child, parent = tmp_path / "wave", tmp_path / "sea"
    write(parent, "styles/site.css", b"sea")
    write(parent, "styles/print.css", b"print")
    write(child, "styles/site.css", b"wave")

    found = collected(child, parent)
    assert found["styles/site.css"].data == b"wave"
    assert found["styles/print.css"].data == b"print"


def test_a_theme_without_assets_has_none(tmp_path: Path) -> None:
    assert collected(tmp_path / "wave") == {}


def test_targets_lie_below_the_base_path() -> None:
    found = {"styles/site.css": Asset("styles/site.css", "assets/site.1.css", b"")}

    assert targets(found, "/wave/") == {"styles/site.css": "/wave/assets/site.1.css"}


@pytest.mark.usefixtures("no_cutting")
class TestFaces:
    @staticmethod
    def theme(tmp_path: Path, *, styles: bool = True, font: bytes = b"font") -> Path:
        folder = tmp_path / "wave"
        write(folder, "m.ttf", font)
        if styles:
            write(folder, "styles/site.css", b"body{}")
            write(folder, "styles/print.css", b"print{}")
        return folder

    def test_the_rules_that_load_them_stand_before_the_main_styles(self, tmp_path: Path) -> None:
        folder = self.theme(tmp_path)
        faces = (Face("Moj Kufi", 400, folder / "m.ttf"), Face("Moj Kufi", 700, folder / "m.ttf"))
        found = collected(folder, faces=faces)
        styles = found["styles/site.css"].data.decode()

        assert styles.endswith("body{}")
        assert styles.count("woff2") == 2 * len(faces)
        for weight in (400, 700):
            asset = found[f"fonts/moj-kufi-{weight}.woff2"]
            name = asset.target.removeprefix("assets/")
            assert f'font-family:"Moj Kufi";font-weight:{weight};' in styles
            assert f'font-family:"Moj Kufi Fallback";font-weight:{weight};src:local(' in styles
            assert f'url("{name}")' in styles, "beside the style sheet, so a relative name will do"
        assert found["styles/print.css"].data == b"print{}", "and before no other sheet"

    def test_another_face_gives_the_styles_another_name(self, tmp_path: Path) -> None:
        face = Face("Moj", 400, tmp_path / "wave/m.ttf")
        before = collected(self.theme(tmp_path, font=b"1"), faces=(face,))["styles/site.css"]
        after = collected(self.theme(tmp_path, font=b"2"), faces=(face,))["styles/site.css"]

        assert before.target != after.target

    def test_faces_of_two_makers_in_one_family_bring_a_licence_each(self, tmp_path: Path) -> None:
        folder = self.theme(tmp_path)
        for maker in ("a", "b"):
            write(folder, f"{maker}/m.ttf", b"font")
            write(folder, f"{maker}/OFL.txt", maker.encode())
        faces = (Face("Moj", 400, folder / "a/m.ttf"), Face("Moj", 700, folder / "b/m.ttf"))
        found = collected(folder, faces=faces)

        assert found["fonts/moj-400-licence.txt"].data == b"a"
        assert found["fonts/moj-700-licence.txt"].data == b"b"

    def test_a_theme_without_styles_still_has_its_faces(self, tmp_path: Path) -> None:
        folder = self.theme(tmp_path, styles=False)
        found = collected(folder, faces=(Face("Moj", 400, folder / "m.ttf"),))

        assert found.keys() == {"fonts/moj-400.woff2"}

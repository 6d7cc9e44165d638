"""A theme and its parents."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra import bundled
from nashra.errors import ConfigurationError, Problem
from nashra.render import theme
from nashra.render.strings import Strings
from nashra.render.theme import Theme


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def find(root: Path, files: dict[str, str], name: str = "wave") -> Theme:
    write(root, files)
    return theme.find(name, site_themes=root)


def fault(root: Path, files: dict[str, str], name: str = "wave") -> Problem:
    with pytest.raises(ConfigurationError) as caught:
        find(root, files, name).texts("ar")
    return caught.value.problems[0]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands in for the themes that come with the program."""
    folder = tmp_path / "program"
    monkeypatch.setattr(bundled, "theme", lambda name: folder / name)
    return folder


class TestFinding:
    def test_a_theme_of_the_sites_own(self, tmp_path: Path) -> None:
        found = find(tmp_path, {"wave/theme.yaml": "name: wave\n"})

        assert found.folders == (tmp_path / "wave",)
        assert found.templates == [tmp_path / "wave" / "templates"]
        assert found.faces == ()

    def test_one_that_comes_with_the_program(self, tmp_path: Path, program: Path) -> None:
        write(program, {"wave/theme.yaml": "name: wave\n"})

        assert theme.find("wave", site_themes=tmp_path / "none").folders == (program / "wave",)

    def test_the_sites_own_hides_the_programs(self, tmp_path: Path, program: Path) -> None:
        write(program, {"wave/theme.yaml": "name: wave\n"})

        assert find(tmp_path / "own", {"wave/theme.yaml": "name: wave\n"}).folders == (
            tmp_path / "own/wave",
        )

    def test_a_theme_before_its_parents(self, tmp_path: Path) -> None:
        found = find(
            tmp_path,
            {
                "wave/theme.yaml": "name: wave\nextends: sea\n",
                "sea/theme.yaml": "name: sea\nextends: water\n",
                "water/theme.yaml": "name: water\n",
            },
        )

        assert [folder.name for folder in found.folders] == ["wave", "sea", "water"]

    def test_a_sites_theme_may_extend_the_programs_of_the_same_name(
        self, tmp_path: Path, program: Path
    ) -> None:
        write(program, {"wave/theme.yaml": "name: wave\n"})
        found = find(tmp_path / "own", {"wave/theme.yaml": "name: wave\nextends: wave\n"})

        assert found.folders == (tmp_path / "own/wave", program / "wave")

    @pytest.mark.parametrize(
        ("files", "named", "why"),
        [
            ({}, "wave", "no such folder"),
            ({"wave/styles/site.css": ""}, "wave", "a folder that says nothing of itself"),
            ({"wave/theme.yaml": "name: wave\nextends: sea\n"}, "sea", "no such parent"),
            ({"wave/theme.yaml": "name: wave\nextends: wave\n"}, "wave", "its own parent"),
            (
                {
                    "wave/theme.yaml": "name: wave\nextends: sea\n",
                    "sea/theme.yaml": "name: sea\nextends: wave\n",
                },
                "wave",
                "parents in a ring",
            ),
        ],
    )
    def test_what_is_not_there(
        self, tmp_path: Path, files: dict[str, str], named: str, why: str
    ) -> None:
        problem = fault(tmp_path, files)

        assert f"“{named}”" in problem.what.en, why
        assert f"themes/{named}" in problem.remedy.ar
        assert problem.file == "config.yaml"

    @pytest.mark.parametrize(
        ("text", "line", "said"),
        [
            ("name: wave\nextend: sea\n", 2, "Unknown key: “extend”"),
            ("title: موج\n", 1, "“name” is missing"),
            ("name: wave\nversion: أول\n", 2, "“version” is not valid"),
            ("name: wave\n\tx: y\n", 2, "tab"),
            ("- wave\n", 1, "belong here"),
            ("name: wave\nfonts:\n  - family: م\n    package: ''\n    file: a\n", 3, "weight"),
        ],
    )
    def test_what_is_wrong_with_its_file(
        self, tmp_path: Path, text: str, line: int, said: str
    ) -> None:
        problem = fault(tmp_path, {"wave/theme.yaml": text})

        assert (problem.file, problem.line) == ("themes/wave/theme.yaml", line)
        assert said in problem.what.en

    @pytest.mark.parametrize("file", ["theme.yaml", "strings/ar.yaml"])
    def test_a_file_that_is_not_utf8_is_no_traceback(self, tmp_path: Path, file: str) -> None:
        write(tmp_path, {"wave/theme.yaml": "name: wave\n", "wave/strings/ar.yaml": "a: b\n"})
        (tmp_path / "wave" / file).write_bytes("name: موج".encode("cp1256"))
        fault(tmp_path, {})


FACE = "fonts:\n  - {{family: م, package: '{}', file: {}, weight: 700}}\n"


class TestFonts:
    def test_a_face_of_the_themes_own(self, tmp_path: Path) -> None:
        text = "name: wave\n" + FACE.format("", "fonts/m.ttf")
        found = find(tmp_path, {"wave/theme.yaml": text, "wave/fonts/m.ttf": ""})

        (face,) = found.faces
        assert (face.family, face.weight) == ("م", 700)
        assert face.file == tmp_path / "wave/fonts/m.ttf"

    def test_a_face_of_a_package(self, tmp_path: Path) -> None:
        text = "name: wave\n" + FACE.format("nashra", "errors.py")

        assert find(tmp_path, {"wave/theme.yaml": text}).faces[0].file.name == "errors.py"

    def test_faces_come_from_the_nearest_theme_that_has_any(self, tmp_path: Path) -> None:
        found = find(
            tmp_path,
            {
                "wave/theme.yaml": "name: wave\nextends: sea\n",
                "sea/theme.yaml": "name: sea\nextends: water\n" + FACE.format("", "s.ttf"),
                "sea/s.ttf": "",
                "water/theme.yaml": "name: water\n" + FACE.format("", "w.ttf"),
                "water/w.ttf": "",
            },
        )

        assert [face.file.name for face in found.faces] == ["s.ttf"]

    @pytest.mark.parametrize("package", ["", "nashra", "no_such_package"])
    def test_a_file_that_is_not_there(self, tmp_path: Path, package: str) -> None:
        text = "name: wave\n" + FACE.format(package, "gone.ttf")
        problem = fault(tmp_path, {"wave/theme.yaml": text})

        assert problem.file == "themes/wave/theme.yaml"
        assert "gone.ttf" in problem.what.en
        assert package in problem.remedy.en

    def test_a_package_in_a_package_that_is_not_there(self, tmp_path: Path) -> None:
        text = "name: wave\n" + FACE.format("no_such.package", "gone.ttf")
        fault(tmp_path, {"wave/theme.yaml": text})


class TestStrings:
    PARENT = {  # noqa: RUF012
        "wave/theme.yaml": "name: wave\nextends: sea\n",
        "sea/theme.yaml": "name: sea\n",
        "sea/strings/en.yaml": "more: More\nback: Back\nonly: Only\n",
        "sea/strings/ar.yaml": "more: المزيد\nback: عودة\n",
    }

    def texts(self, root: Path, files: dict[str, str], language: str = "ar") -> dict[str, object]:
        return dict(find(root, self.PARENT | files).texts(language))

    def test_the_languages_own_over_english(self, tmp_path: Path) -> None:
        assert self.texts(tmp_path, {}) == {"more": "المزيد", "back": "عودة", "only": "Only"}
        assert self.texts(tmp_path, {}, "fa")["more"] == "More"

    def test_one_string_at_a_time_over_the_parents(self, tmp_path: Path) -> None:
        texts = self.texts(tmp_path, {"wave/strings/ar.yaml": "more: هات\n"})

        assert texts == {"more": "هات", "back": "عودة", "only": "Only"}

    def test_a_regions_own_over_the_languages(self, tmp_path: Path) -> None:
        files = {"sea/strings/ar-EG.yaml": "more: كمان\n"}

        assert self.texts(tmp_path, files, "ar-EG")["more"] == "كمان"
        assert self.texts(tmp_path, files, "ar-EG")["back"] == "عودة"
        assert self.texts(tmp_path, files, "ar")["more"] == "المزيد"

    def test_a_childs_english_does_not_hide_a_parents_arabic(self, tmp_path: Path) -> None:
        texts = self.texts(tmp_path, {"wave/strings/en.yaml": "more: MORE\n"})

        assert texts["more"] == "المزيد"

    def test_every_text_is_the_text_that_was_written(self, tmp_path: Path) -> None:
        files = {
            "wave/strings/ar.yaml": "yes: no\ntime: 12:30\ncount:\n  one: 01\n  other: '{count}'\n"
        }
        texts = self.texts(tmp_path, files)

        assert texts["yes"] == "no"
        assert texts["time"] == "12:30"
        assert texts["count"] == {"one": "01", "other": "{count}"}

    def test_no_strings_at_all(self, tmp_path: Path) -> None:
        assert find(tmp_path, {"wave/theme.yaml": "name: wave\n"}).texts("ar") == {}

    def test_an_empty_file_of_strings(self, tmp_path: Path) -> None:
        assert self.texts(tmp_path, {"wave/strings/ar.yaml": "# لا شيء\n"})["more"] == "المزيد"

    def test_strings_that_are_not_yaml(self, tmp_path: Path) -> None:
        files = {"wave/theme.yaml": "name: wave\n", "wave/strings/ar.yaml": "a: ب\nb: 'ت\n"}
        problem = fault(tmp_path, files)

        assert problem.file == "themes/wave/strings/ar.yaml"
        assert problem.line

    @pytest.mark.parametrize("text", ["- مد\n- جزر\n", "مد وجزر\n"])
    def test_strings_that_are_no_mapping_are_no_traceback(self, tmp_path: Path, text: str) -> None:
        fault(tmp_path, {"wave/theme.yaml": "name: wave\n", "wave/strings/ar.yaml": text})

    def test_they_can_be_said(self, tmp_path: Path) -> None:
        found = find(tmp_path, self.PARENT)

        assert Strings("ar", found.texts("ar"))("more") == "المزيد"


def test_the_starter_and_the_themes_come_with_the_program() -> None:
    assert bundled.starter().is_absolute()
    assert bundled.theme("no-such-theme").name == "no-such-theme"
    assert not (bundled.theme("no-such-theme") / "theme.yaml").exists()

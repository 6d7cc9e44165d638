"""A theme and its parents: where its files lie, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from nashra import bundled, schema
from nashra.errors import ConfigurationError, ContentError, Problem, Words
from nashra.media.fonts import Face
from nashra.render.design import Setting
from nashra.render.strings import Text


class _FontEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    family: str
    package: str = ""
    file: str
    weight: int


class _SettingEntry(BaseModel):
    model_config = ConfigDict(extra="forbid")

    ar: str
    property: str
    kind: Literal["colour", "length"] = "colour"
    scheme: Literal["light", "dark"] = "light"
    default: str
    on: str = ""


class _ThemeFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    title: str = ""
    description: str = ""
    version: int = 1
    extends: str = ""
    fonts: list[_FontEntry] = Field(default_factory=list)
    settings: dict[str, _SettingEntry] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as its files say it is; nothing of it is loaded yet."""

    folders: tuple[Path, ...]
    """The theme's own folder, then its parents'."""
    faces: tuple[Face, ...]
    settings: tuple[Setting, ...]
    """What a site may change of its looks: the theme's own, then its parents'."""

    @property
    def templates(self) -> list[Path]:
        """Where templates are looked for, in order."""
        return [folder / "templates" for folder in self.folders]

    def texts(self, language: str) -> dict[str, Text]:
        """Give the interface strings: the language's own, over English, over the parents'."""
        texts: dict[str, Text] = {}
        for name in dict.fromkeys(("en", language.partition("-")[0], language)):
            for folder in reversed(self.folders):
                path = folder / "strings" / f"{name}.yaml"
                if path.is_file():
                    texts |= _texts(path)
        return texts


def find(name: str, *, site_themes: Path) -> Theme:
    """Find a theme by its name: the site's own, else one that comes with the program.

    Raises:
        ConfigurationError: there is no such theme, or its `theme.yaml` has faults.

    """
    folders: list[Path] = []
    faces: tuple[Face, ...] = ()
    settings: dict[str, Setting] = {}
    while name:
        folder = _folder(name, site_themes, folders)
        entry = _load(folder)
        folders.append(folder)
        faces = faces or tuple(_face(font, folder) for font in entry.fonts)
        settings = {name: _setting(name, each) for name, each in entry.settings.items()} | settings
        name = entry.extends
    return Theme(tuple(folders), faces, tuple(settings.values()))


def _setting(name: str, entry: _SettingEntry) -> Setting:
    return Setting(
        name=name,
        arabic=entry.ar,
        property=entry.property,
        kind=entry.kind,
        dark=entry.scheme == "dark",
        default=entry.default,
        on=entry.on,
    )


def _folder(name: str, site_themes: Path, seen: list[Path]) -> Path:
    for folder in (site_themes / name, bundled.theme(name)):
        if (folder / "theme.yaml").is_file() and folder not in seen:
            return folder
    raise ConfigurationError(
        [
            Problem(
                "config.yaml",
                None,
                Words(f"لا يوجد قالب باسم «{name}».", f"There is no theme named “{name}”."),
                Words(
                    f"أنشئ المجلد themes/{name}، أو اكتب theme: jarida.",
                    f"Make the folder themes/{name}, or write theme: jarida.",
                ),
            )
        ]
    )


def _load(folder: Path) -> _ThemeFile:
    file = f"themes/{folder.name}/theme.yaml"
    text = _text(folder / "theme.yaml", file)
    try:
        return schema.check(_ThemeFile, schema.read_yaml(text, file=file, text=text), names={})
    except ContentError as error:
        raise ConfigurationError(error.problems) from error


def _face(font: _FontEntry, folder: Path) -> Face:
    spec = _package(font.package) if font.package else None
    roots = list(spec.submodule_search_locations or []) if spec else [str(folder)]
    file = Path(roots[0]) / font.file
    if not file.is_file():
        raise ConfigurationError(
            [
                Problem(
                    f"themes/{folder.name}/theme.yaml",
                    None,
                    Words(f"لا يوجد ملف الخط {font.file}.", f"There is no font file {font.file}."),
                    Words(
                        f"ثبّت الحزمة {font.package}، أو صحح اسم الملف.",
                        f"Install the package {font.package}, or correct the file's name.",
                    ),
                )
            ]
        )
    return Face(font.family, font.weight, file)


def _package(name: str) -> ModuleSpec | None:
    try:
        return find_spec(name)
    except ModuleNotFoundError:
        return None


def _text(path: Path, file: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        what = Words("تعذرت قراءة الملف.", "The file cannot be read.")
        remedy = Words("احفظه بترميز UTF-8.", "Save it as UTF-8.")
        raise ConfigurationError([Problem(file, None, what, remedy)]) from error


def _texts(path: Path) -> dict[str, Text]:
    file = f"themes/{path.parent.parent.name}/strings/{path.name}"
    text = _text(path, file)
    try:
        written = schema.read_yaml(text, file=file, text=text)
    except ContentError as error:
        raise ConfigurationError(error.problems) from error
    return {
        key: {form: str(words) for form, words in value.items()}
        if isinstance(value, dict)
        else str(value)
        for key, value in written.values.items()
    }

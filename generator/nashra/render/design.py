"""What a newsroom changes of its theme without touching a file of it: colours, spaces, faces.

A theme names its settings in `theme.yaml`; the site writes them under `design` in `config.yaml`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nashra.errors import ConfigurationError, Problem, Words
from nashra.media.fonts import Face

FACES = {"regular_face": 400, "الخط": 400, "bold_face": 700, "الخط_العريض": 700}
"""The settings that name a face's file, by the weight that it has; every theme has them."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3: of text to what lies behind it."""

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_LENGTH = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?(?:rem|em|px)")


@dataclass(frozen=True, slots=True)
class Setting:
    """Something that a theme lets be changed."""

    name: str
    arabic: str
    property: str
    """The custom property of CSS that it sets."""
    kind: str
    """`colour` or `length`."""
    dark: bool
    """Whether it is for dark screens."""
    default: str
    on: str
    """The setting of the colour that lies behind it, or nothing where it carries no text."""


def rules(settings: Sequence[Setting], chosen: Mapping[str, str]) -> str:
    """Give the style rules that set what a site chose, to stand after the theme's own.

    Raises:
        ConfigurationError: there is no such setting, a value is none, or a text's colour is too
            near to what lies behind it; all faults are told.

    """
    known = {name: setting for setting in settings for name in (setting.name, setting.arabic)}
    values: dict[str, str] = {}
    faults: list[Problem] = []
    for name, value in chosen.items():
        setting = known.get(name)
        if setting is None:
            faults += [] if name in FACES else [_unknown(name, [*known, *FACES])]
        elif not (_COLOUR if setting.kind == "colour" else _LENGTH).fullmatch(value):
            faults.append(_no_value(name, value, setting.kind))
        else:
            values[setting.name] = value
    faults = faults or list(_too_faint(settings, values))
    if faults:
        raise ConfigurationError(faults)
    light = _block(settings, values, dark=False)
    dark = _block(settings, values, dark=True)
    return f"{light}{f'@media (prefers-color-scheme:dark){{{dark}}}' if dark else ''}"


def faces(own: Sequence[Face], chosen: Mapping[str, str], root: Path) -> list[Face]:
    """Give a theme's faces, with the site's own files in their place where it names any.

    Raises:
        ConfigurationError: there is no such file.

    """
    files = {FACES[name]: root / value for name, value in chosen.items() if name in FACES}
    missing = [file for file in files.values() if not file.is_file()]
    if missing:
        raise ConfigurationError([_no_file(file.relative_to(root).as_posix()) for file in missing])
    return [
        replace(face, file=files[face.weight]) if face.weight in files else face for face in own
    ]


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours such as `#00566b`, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:]
    if len(digits) == 3:  # noqa: PLR2004
        digits = "".join(digit * 2 for digit in digits)
    parts = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _block(settings: Sequence[Setting], values: Mapping[str, str], *, dark: bool) -> str:
    lines = [
        f"{setting.property}:{values[setting.name]}"
        for setting in settings
        if setting.dark is dark and setting.name in values
    ]
    return f":root{{{';'.join(lines)}}}\n" if lines else ""


def _too_faint(settings: Sequence[Setting], values: Mapping[str, str]) -> Iterator[Problem]:
    shown = {setting.name: values.get(setting.name, setting.default) for setting in settings}
    for setting in settings:
        if setting.on and {setting.name, setting.on} & values.keys():
            found = contrast(shown[setting.name], shown[setting.on])
            if found < LEAST_CONTRAST:
                yield _faint(setting.name, shown[setting.name], shown[setting.on], found)


def _faint(name: str, colour: str, behind: str, found: float) -> Problem:
    return Problem(
        "config.yaml",
        None,
        Words(
            f"اللون {colour} ({name}) لا يُقرأ على {behind}: التباين {found:.1f}.",
            f"{name}: {colour} cannot be read on {behind}; the contrast is {found:.1f}.",
        ),
        Words(
            f"اختر لونا يبلغ تباينه {LEAST_CONTRAST} على الأقل.",
            f"Choose a colour with a contrast of {LEAST_CONTRAST} at least.",
        ),
    )


def _unknown(name: str, known: Sequence[str]) -> Problem:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    listed = near[0] if near else ", ".join(sorted(each for each in known if each.isascii()))
    return Problem(
        "config.yaml",
        None,
        Words(f"لا إعداد للقالب باسم «{name}».", f"The theme has no setting “{name}”."),
        Words(f"لعلك تقصد: {listed}.", f"It has: {listed}."),
    )


def _no_value(name: str, value: str, kind: str) -> Problem:
    example = "#00566b" if kind == "colour" else "1.5rem"
    return Problem(
        "config.yaml",
        None,
        Words(f"قيمة «{name}» غير صالحة: {value}.", f"“{value}” is no value for “{name}”."),
        Words(f"اكتب مثلا: {example}", f"Write, for example: {example}"),
    )


def _no_file(file: str) -> Problem:
    return Problem(
        "config.yaml",
        None,
        Words(f"لا يوجد ملف الخط {file}.", f"There is no font file {file}."),
        Words("ضع الملف في مجلد الموقع أو صحح اسمه.", "Put it into the site's folder."),
    )

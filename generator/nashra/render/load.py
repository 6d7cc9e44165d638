"""A theme made ready: its templates, strings and assets, for one site."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nashra.config import Config, Folders
from nashra.media import fonts
from nashra.render import assets, design, theme
from nashra.render.assets import Asset
from nashra.render.strings import Strings
from nashra.render.templates import Templates


@dataclass(frozen=True, slots=True)
class LoadedTheme:
    """What rendering needs of a theme."""

    templates: Templates
    assets: dict[str, Asset]


def uncut_faces(config: Config, folders: Folders) -> list[Callable[[], object]]:
    """Give what cuts and measures each of the theme's faces that never was: half a second a face.

    Raises:
        ConfigurationError: there is no such theme, or it has faults.

    """
    found, cache = theme.find(config.theme, site_themes=folders.themes), _cache(folders)
    return [
        partial(fonts.measured, face, cache=cache)
        for face in design.faces(found.faces, dict(config.design), folders.root)
        if not fonts.is_cut(face, cache=cache)
    ]


def load_theme(config: Config, folders: Folders) -> LoadedTheme:
    """Find and load the site's theme.

    Raises:
        ConfigurationError: there is no such theme, or it has faults.

    """
    found = theme.find(config.theme, site_themes=folders.themes)
    files = assets.collect(
        found.folders,
        design.faces(found.faces, dict(config.design), folders.root),
        cache=_cache(folders),
        last_rules=design.rules(found.settings, dict(config.design)),
    )
    identity = config.identity
    templates = Templates(
        found.templates,
        strings=Strings(
            identity.language, found.texts(identity.language), identity.profile.numerals
        ),
        assets=assets.targets(files, identity.root_path),
        cache=folders.state / "templates" / identity.language,
    )
    return LoadedTheme(templates, files)


def _cache(folders: Folders) -> Path:
    return folders.state / "fonts"

"""A theme made ready: its templates, strings and assets, for one site."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.config import Config, Folders
from nashra.render import assets, theme
from nashra.render.assets import Asset
from nashra.render.strings import Strings
from nashra.render.templates import Templates


@dataclass(frozen=True, slots=True)
class LoadedTheme:
    """What rendering needs of a theme."""

    templates: Templates
    assets: dict[str, Asset]


def load_theme(config: Config, folders: Folders) -> LoadedTheme:
    """Find and load the site's theme.

    Raises:
        ConfigurationError: there is no such theme, or it has faults.

    """
    found = theme.find(config.theme, site_themes=folders.themes)
    files = assets.collect(found.folders, found.faces, cache=folders.state / "fonts")
    identity = config.identity
    templates = Templates(
        found.templates,
        strings=Strings(identity.language, found.texts(identity.language)),
        assets=assets.targets(files, identity.base_path),
        cache=folders.state / "templates",
    )
    return LoadedTheme(templates, files)

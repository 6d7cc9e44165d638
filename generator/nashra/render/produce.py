"""One output's bytes, and everything that they were made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nashra.catalogue.codec import version_of
from nashra.catalogue.reader import Answers, Reader
from nashra.catalogue.store import Catalogue
from nashra.config import Config
from nashra.model import Output, Use
from nashra.pages import KINDS
from nashra.pages.kind import Copy
from nashra.pages.views import ChromeView
from nashra.pages.wanted import Wanted
from nashra.render.load import LoadedTheme

ASSET = "asset"
"""The kind of outputs that are a theme's own files; their owner is the asset's name."""


@dataclass(frozen=True, slots=True)
class Product:
    """An output, made."""

    data: bytes
    uses: tuple[Use, ...]


class Producer:
    """Makes outputs, one after another, from a catalogue that stands still meanwhile."""

    def __init__(
        self, theme: LoadedTheme, config: Config, answers: Answers, *, site: ChromeView, root: Path
    ) -> None:
        self._theme = theme
        self._config = config
        self._answers = answers
        self._site = site
        self._root = root
        self._versions = versions(theme, config, site)

    def produce(self, output: Output) -> Product:
        """Make an output.

        Raises:
            ConfigurationError: its template failed.
            OSError: a file that it copies cannot be read.

        """
        if output.kind == ASSET:
            return Product(self._theme.assets[output.owner].data, ())
        kind = KINDS[output.kind]
        reader = Reader(self._answers)
        view = kind.view(output, reader, self._config)
        settings = self._use("settings", "")
        if isinstance(view, Copy):
            return Product((self._root / view.file).read_bytes(), (*reader.uses, settings))
        data = self._theme.templates.render(kind.TEMPLATE, site=self._site, page=view)
        chrome, template = self._use("chrome", ""), self._use("template", kind.TEMPLATE)
        return Product(data, (*reader.uses, settings, chrome, template))

    def _use(self, kind: str, key: str) -> Use:
        return Use(kind, key, self._versions[kind, key])


def versions(theme: LoadedTheme, config: Config, site: ChromeView) -> Mapping[tuple[str, str], str]:
    """Give the version of everything that outputs use beside the catalogue's answers."""
    found = {
        ("settings", ""): version_of(repr(config)),
        ("chrome", ""): version_of(repr(site)),
    }
    for kind in KINDS.values():
        if kind.TEMPLATE:
            found["template", kind.TEMPLATE] = theme.templates.version(kind.TEMPLATE)
    return found


def with_assets(found: Wanted, theme: LoadedTheme, catalogue: Catalogue) -> Wanted:
    """Add the theme's own files to what ought to exist."""
    assets = [Output(asset.target, ASSET, name) for name, asset in theme.assets.items()]
    return Wanted([*found.outputs, *assets], [*found.recorded, *catalogue.recorded(ASSET)])

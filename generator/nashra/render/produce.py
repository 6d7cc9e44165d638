"""One output's bytes, and everything that they were made from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from operator import attrgetter
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
    uses: Collection[Use]


class Producer:
    """Makes outputs, one after another, from a catalogue that stands still meanwhile."""

    def __init__(
        self, theme: LoadedTheme, config: Config, answers: Answers, *, site: ChromeView, root: Path
    ) -> None:
        self._theme = theme
        self._config = config
        self._answers = answers
        self._printer = theme.templates.printer(site)
        self._root = root

    def close(self) -> None:
        """Let go of the catalogue."""
        self._answers.close()

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
        if isinstance(view, Copy):
            return Product((self._root / view.file).read_bytes(), reader.uses)
        return Product(self._printer.render(kind.TEMPLATE, view), reader.uses)


def versions(theme: LoadedTheme, config: Config, site: ChromeView) -> dict[str, str]:
    """Give for each kind of page the version of what all its outputs use alike.

    That is the settings that it names and, where it has one, the template with what that shows.
    """
    return {
        kind.NAME: version_of(
            "\0".join(
                [
                    *(repr(attrgetter(name)(config)) for name in kind.SETTINGS),
                    theme.templates.version(kind.TEMPLATE, site) if kind.TEMPLATE else "",
                ]
            )
        )
        for kind in KINDS.values()
    }


def with_assets(found: Wanted, theme: LoadedTheme, catalogue: Catalogue) -> Wanted:
    """Add the theme's own files to what ought to exist."""
    assets = [Output(asset.target, ASSET, name) for name, asset in theme.assets.items()]
    return Wanted([*found.outputs, *assets], [*found.recorded, *catalogue.outputs.recorded(ASSET)])

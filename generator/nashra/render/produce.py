"""One output's bytes, and everything that they were made from."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path

from nashra.catalogue.codec import version_of
from nashra.catalogue.outputs import ASSET
from nashra.catalogue.reader import Answers, Reader
from nashra.catalogue.store import Catalogue
from nashra.catalogue.use import Use
from nashra.config import Config
from nashra.model import Output
from nashra.pages import KINDS
from nashra.pages.kind import Copy, Written
from nashra.pages.views import ChromeView
from nashra.pages.wanted import Wanted, edition_of, in_edition
from nashra.render.load import LoadedTheme
from nashra.render.printer import Printer


@dataclass(frozen=True, slots=True)
class Product:
    """An output, made."""

    data: bytes
    uses: Collection[Use]


@dataclass(frozen=True, slots=True)
class Dress:
    """What one edition's pages wear: its configuration, its theme, and what stands around them."""

    config: Config
    theme: LoadedTheme
    site: ChromeView


class Producer:
    """Makes outputs, one after another, from a catalogue that stands still meanwhile."""

    def __init__(self, dresses: Iterable[Dress], answers: Answers, *, root: Path) -> None:
        """`dresses` are the editions', the main one first."""
        self._answers = answers
        self._root = root
        self._editions = {dress.config.edition: _Edition(dress) for dress in dresses}

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
            return Product(self._editions[""].assets[output.owner].data, ())
        name, edition = output.kind, self._editions[""]
        if ":" in name:
            language, name = edition_of(name)
            edition = self._editions[language]
            target = output.target.removeprefix(f"{language}/")
            output = Output(target, name, output.owner, output.part)
        kind = KINDS[name]
        reader = Reader(self._answers, edition.config.edition)
        view = kind.view(output, reader, edition.config)
        if isinstance(view, Copy):
            return Product((self._root / view.file).read_bytes(), reader.uses)
        if isinstance(view, Written):
            return Product(view.text.encode(), reader.uses)
        return Product(edition.printer.render(kind.TEMPLATE, view), reader.uses)


class _Edition:
    """An edition's configuration, and what prints its pages, made ready when there is one."""

    def __init__(self, dress: Dress) -> None:
        self.config = dress.config
        self.assets = dress.theme.assets
        self._dress = dress

    @cached_property
    def printer(self) -> Printer:
        return self._dress.theme.templates.printer(self._dress.site)


def versions(dresses: Iterable[Dress]) -> dict[str, str]:
    """Give for each kind of page, in each edition, the version of what its outputs use alike.

    That is the settings that it names and, where it has one, the template with what that shows.
    """
    return {
        in_edition(dress.config.edition, kind.NAME): version_of(
            "\0".join(
                [
                    *(repr(attrgetter(name)(dress.config)) for name in kind.SETTINGS),
                    dress.theme.templates.version(kind.TEMPLATE, dress.site)
                    if kind.TEMPLATE
                    else "",
                ]
            )
        )
        for dress in dresses
        for kind in KINDS.values()
    }


def with_assets(found: Wanted, theme: LoadedTheme, catalogue: Catalogue) -> Wanted:
    """Add the theme's own files to what ought to exist."""
    assets = [Output(asset.target, ASSET, name) for name, asset in theme.assets.items()]
    return Wanted([*found.outputs, *assets], [*found.recorded, *catalogue.outputs.recorded(ASSET)])

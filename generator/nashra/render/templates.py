"""Jinja: templates found, and versioned with everything that they can show."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from nashra.errors import ConfigurationError, Problem, Words
from nashra.pages.views import ChromeView
from nashra.render.engine import Engine
from nashra.render.folding import Constants
from nashra.render.printer import Printer
from nashra.render.sources import Source
from nashra.render.strings import Strings

_MISSING = Source("\0")
"""A template that another names and that need not be there."""


class Templates:
    """The templates of one theme, with the strings and assets that they may ask for."""

    def __init__(
        self, folders: list[Path], *, strings: Strings, assets: Mapping[str, str], cache: Path
    ) -> None:
        self._engine = Engine(folders)
        self._strings = strings
        self._assets = assets
        self._cache = cache
        self._sources: dict[str, Source] = {}

    def prepare(self, site: ChromeView) -> None:
        """Make a place for what is compiled for a site, and throw away what is for others."""
        own = self._compiled(site)
        if not own.is_dir():
            shutil.rmtree(self._cache, ignore_errors=True)
            own.mkdir(parents=True)

    def printer(self, site: ChromeView) -> Printer:
        """Give what renders these templates for a site that they were prepared for."""
        constants = Constants(site, {"t": self._strings, "asset": self._asset})
        return Printer(self._engine, constants, cache=self._compiled(site))

    def version(self, name: str, site: ChromeView) -> str:
        """Give a hash of all that a template can show of its own and of the site.

        That is its text, what it extends, includes and imports, and the strings, assets and fields
        of the site that any of them asks for by name; all of them where one asks by a name that is
        not written out.

        Raises:
            ConfigurationError: a template is missing, or is not Jinja.

        """
        closure = dict(self._closure(name))
        sources = closure.values()
        parts = [part for key in sorted(closure) for part in (key, closure[key].text)]
        if any(source.open_ended for source in sources):
            parts += [repr(sorted(self._assets.items())), self._strings.all()]
        if any(source.whole_site for source in sources):
            parts.append(repr(site))
        for key in sorted({key for source in sources for key in source.strings}):
            parts += [key, self._strings.shown(key)]
        for key in sorted({key for source in sources for key in source.assets}):
            parts += [key, self._assets.get(key, "")]
        for key in sorted({key for source in sources for key in source.site}):
            parts += [key, repr(getattr(site, key, None))]
        return _digest(parts)

    def _compiled(self, site: ChromeView) -> Path:
        assets = repr(sorted(self._assets.items()))
        return self._cache / _digest([repr(site), self._strings.all(), assets])

    def _asset(self, name: str) -> str:
        if name not in self._assets:
            raise LookupError(f"the theme has no file {name}")
        return self._assets[name]

    def _closure(self, name: str) -> Iterator[tuple[str, Source]]:
        waiting, seen = [(name, True)], set()
        while waiting:
            current, required = waiting.pop()
            source = self._source(current)
            if source is _MISSING and required:
                raise ConfigurationError([self._engine.fault(current, TemplateNotFound(current))])
            if current not in seen:
                seen.add(current)
                yield current, source
                waiting += [(other, other not in source.optional) for other in source.templates]

    def _source(self, name: str) -> Source:
        if name not in self._sources:
            self._sources[name] = self._read(name)
        return self._sources[name]

    def _read(self, name: str) -> Source:
        try:
            source = self._engine.source(name)
        except TemplateNotFound:
            return _MISSING
        except TemplateSyntaxError as error:
            raise ConfigurationError([self._engine.fault(name, error)]) from error
        if source.chooses:
            raise ConfigurationError([_chosen_at_run_time(name)])
        return source


def _chosen_at_run_time(name: str) -> Problem:
    return Problem(
        f"templates/{name}",
        None,
        Words(
            "يختار هذا القالب قالبا آخر أثناء العرض.",
            "This template chooses another one while it renders.",
        ),
        Words("اكتب اسم القالب الآخر صريحا.", "Write the other template's name out."),
    )


def _digest(parts: Iterable[str]) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=12).hexdigest()

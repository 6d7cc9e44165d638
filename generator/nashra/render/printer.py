"""Views into bytes, through the templates of a theme; what many pages show alike is made once."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from markupsafe import Markup

from nashra.catalogue.recent import Recent
from nashra.errors import ConfigurationError
from nashra.pages.views import View
from nashra.render.engine import Engine
from nashra.render.folding import Constants
from nashra.render.isolation import filters

_KEPT = 12_000
"""How many rendered parts are kept: some kilobytes each."""


class Printer:
    """Renders the pages of one site."""

    def __init__(self, engine: Engine, constants: Constants, *, cache: Path) -> None:
        """`cache` is a folder of compiled templates for these constants and no others."""
        cache.mkdir(parents=True, exist_ok=True)
        self._engine = engine
        self._environment = engine.environment(constants, FileSystemBytecodeCache(str(cache)))
        names = {**constants.functions, "site": constants.site, "shared": self._shared}
        self._environment.globals |= names
        self._environment.filters |= filters(constants.site.direction)
        self._parts = Recent[tuple[object, ...], tuple[Markup, dict[str, object]]](_KEPT)

    def render(self, name: str, page: View) -> bytes:
        """Give the bytes of a page.

        Raises:
            ConfigurationError: the template failed; its own file and line are told.

        """
        try:
            return self._environment.get_template(name).render(page=page).encode()
        except Exception as error:
            raise ConfigurationError([self._engine.fault(name, error)]) from error

    def _shared(self, name: str, /, **values: object) -> Markup:
        """Give a part that shows nothing but the site and these values, rendered once for each.

        Values are told apart by what they are, views by which object they are: each is kept
        for as long as its part, so that no other can take its place in memory.
        """
        key = (name, *values, *map(_told_apart, values.values()))
        kept = self._parts.get(key)
        if kept is None:
            part = Markup(self._environment.get_template(name).render(values))  # noqa: S704 — a template's own output
            kept = self._parts.keep(key, (part, values))
        return kept[0]


def _told_apart(value: object) -> object:
    return (type(value), value) if isinstance(value, str | int) else id(value)

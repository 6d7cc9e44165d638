"""Jinja: templates found, and versioned with everything that they can show."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, meta, nodes

from nashra.errors import ConfigurationError, Problem, Words
from nashra.pages.views import ChromeView
from nashra.render.engine import Engine
from nashra.render.folding import Constants
from nashra.render.printer import Printer
from nashra.render.strings import Strings


@dataclass(frozen=True, slots=True)
class _Source:
    """What one template's text refers to."""

    text: str
    templates: frozenset[str]
    optional: frozenset[str]
    """Those of the templates that need not be there."""
    strings: frozenset[str]
    assets: frozenset[str]
    open_ended: bool
    """Whether it asks for a string or an asset by a name that only rendering can tell."""


_MISSING = _Source("\0", *4 * (frozenset[str](),), open_ended=False)
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
        self._source = lru_cache(maxsize=None)(self._read)

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

    def _compiled(self, site: ChromeView) -> Path:
        assets = repr(sorted(self._assets.items()))
        return self._cache / _digest([repr(site), self._strings.all(), assets])

    def _asset(self, name: str) -> str:
        if name not in self._assets:
            raise LookupError(f"the theme has no file {name}")
        return self._assets[name]

    def version(self, name: str) -> str:
        """Give a hash of all that a template can show of its own.

        That is its text, what it extends, includes and imports, and the strings and assets
        that any of them asks for by name; all strings and assets where one asks by a name that
        is not written out.

        Raises:
            ConfigurationError: a template is missing, or is not Jinja.

        """
        sources = dict(self._closure(name))
        parts = [part for key in sorted(sources) for part in (key, sources[key].text)]
        strings = {key for source in sources.values() for key in source.strings}
        assets = {key for source in sources.values() for key in source.assets}
        if any(source.open_ended for source in sources.values()):
            parts += [repr(sorted(self._assets.items())), self._strings.all()]
        parts += [key + self._strings.shown(key) for key in sorted(strings)]
        parts += [key + self._assets.get(key, "") for key in sorted(assets)]
        return _digest(parts)

    def _closure(self, name: str) -> Iterator[tuple[str, _Source]]:
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

    def _read(self, name: str) -> _Source:
        try:
            text = self._engine.text(name)
            tree = self._engine.parse(text, name)
        except TemplateNotFound:
            return _MISSING
        except TemplateSyntaxError as error:
            raise ConfigurationError([self._engine.fault(name, error)]) from error
        parts, parts_open = _named(tree, "shared")
        referenced = {*meta.find_referenced_templates(tree), *parts}
        if None in referenced or parts_open:
            raise ConfigurationError([_chosen_at_run_time(name)])
        strings, strings_open = _named(tree, "t")
        assets, assets_open = _named(tree, "asset")
        return _Source(
            text,
            frozenset(filter(None, referenced)),
            _optional(tree),
            strings,
            assets,
            strings_open or assets_open,
        )


def _named(tree: nodes.Template, function: str) -> tuple[frozenset[str], bool]:
    """Give the names that a template hands to a function, and whether any is not written out."""
    names: set[str] = set()
    calls = [
        call
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == function
    ]
    for call in calls:
        first = call.args[0] if call.args else None
        if isinstance(first, nodes.Const):
            names.add(str(first.value))
    mentions = sum(name.name == function for name in tree.find_all(nodes.Name))
    spelled_out = sum(isinstance(call.args[0], nodes.Const) for call in calls if call.args)
    return frozenset(names), mentions > spelled_out


def _optional(tree: nodes.Template) -> frozenset[str]:
    """Give the templates that an `include` can do without."""
    return frozenset(
        str(constant.value)
        for include in tree.find_all(nodes.Include)
        if include.ignore_missing or not isinstance(include.template, nodes.Const)
        for constant in (include.template, *include.template.find_all(nodes.Const))
        if isinstance(constant, nodes.Const)
    )


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

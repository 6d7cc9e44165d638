"""Jinja as this program uses it, and where a template's fault lies."""

from __future__ import annotations

import traceback
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
    TemplateSyntaxError,
    select_autoescape,
)

from nashra.errors import Problem
from nashra.render.explain import explained
from nashra.render.folding import Constants, FoldingEnvironment
from nashra.render.sources import Source, source_of

_OPTIONS: dict[str, Any] = {
    "autoescape": select_autoescape(["html", "xml"]),
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
    "auto_reload": False,
}


class _Environment(FoldingEnvironment):
    """An environment whose templates stay as they are for as long as it lives."""

    def __init__(self, constants: Constants, **options: Any) -> None:
        super().__init__(constants, **options)
        self._loaded: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: Any = None,  # noqa: A002 — Jinja's name for it
    ) -> Template:
        """Give a template, found once: a page asks for a dozen."""
        if not isinstance(name, str):
            return name
        template = self._loaded.get(name)
        if template is None:
            template = self._loaded[name] = super().get_template(name, parent, globals)
        return template

    def make_globals(self, d: Any) -> Any:
        """Give the names that every template sees, as they are: a chain of mappings is slow."""
        return {**self.globals, **d} if d else self.globals


@lru_cache(maxsize=512)
def _source(text: str, name: str) -> Source:
    """Read a template once, however often a preview builds."""
    tree = Environment(**_OPTIONS).parse(text, name)  # noqa: S701 — set among the options
    return source_of(text, tree)


class Engine:
    """The templates of a theme's folders, as texts and trees."""

    def __init__(self, folders: list[Path]) -> None:
        self._folders = folders
        self._loader = FileSystemLoader([str(folder) for folder in folders])
        self._environment = Environment(loader=self._loader, **_OPTIONS)  # noqa: S701 — set among the options

    def environment(self, constants: Constants, cache: BytecodeCache) -> Environment:
        """Give an environment that renders the folders' templates for one site."""
        return _Environment(constants, loader=self._loader, bytecode_cache=cache, **_OPTIONS)

    def text(self, name: str) -> str:
        """Give a template's text.

        Raises:
            TemplateNotFound: there is no such template.

        """
        text, _, _ = self._loader.get_source(self._environment, name)
        return text

    def source(self, name: str) -> Source:
        """Give what a template refers to.

        Raises:
            TemplateNotFound: there is no such template.
            TemplateSyntaxError: its text is not Jinja.

        """
        return _source(self.text(name), name)

    def fault(self, name: str, error: Exception) -> Problem:
        """Give what went wrong in a template, with its own file and line."""
        file, line = name, None
        if isinstance(error, TemplateSyntaxError):
            file, line = error.name or name, error.lineno
        else:
            for frame in traceback.extract_tb(error.__traceback__):
                if "/templates/" in frame.filename.replace("\\", "/"):
                    file = frame.filename.replace("\\", "/").rsplit("/templates/", 1)[1]
                    line = frame.lineno
        return Problem(self._place(file), line, *explained(error), self._line(file, line))

    def _place(self, name: str) -> str:
        """Give a template's file as a theme maker knows it: from `themes/`."""
        for folder in self._folders:
            if (folder / name).is_file():
                return f"themes/{folder.parent.name}/templates/{name}"
        return f"themes/{self._folders[0].parent.name}/templates/{name}"

    def _line(self, name: str, line: int | None) -> str:
        try:
            lines = self.text(name).splitlines()
        except TemplateNotFound:
            return ""
        return lines[line - 1].strip() if line and line <= len(lines) else ""

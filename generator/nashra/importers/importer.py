"""What every importer is: one module that reads one foreign format.

An importer is found by its entry point in the group `nashra.importers`, so that anyone can add one
without touching this program; `docs/importers.md` shows how.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol, runtime_checkable

from nashra.errors import Problem, Severity, Words
from nashra.importers.copy import Copy, LeftOut, Profile

Item = Copy | Profile | LeftOut

GROUP = "nashra.importers"
"""The group of entry points."""
HEAD = 8192
"""So many bytes from a file's beginning an importer is shown before it claims it."""


class Importer(Protocol):
    """Reads one foreign format."""

    @property
    def name(self) -> str:
        """What people call the format on the command line, such as `wordpress`."""
        ...

    @property
    def suffixes(self) -> Sequence[str]:
        """How the names of its files end, in small letters, such as `.xml`."""
        ...

    def claims(self, path: Path, head: bytes) -> bool:
        """Tell by a file's name and its first bytes whether it is of this format."""
        ...

    def read(self, path: Path, *, file: str) -> Iterable[Item]:
        """Take a file apart, story by story; `file` is the name that problems bear.

        A file of many stories is read as a stream: memory holds one of them.

        Raises:
            ContentError: the bytes are not what the format wants. What was given before stands.

        """
        ...


@runtime_checkable
class TextImporter(Importer, Protocol):
    """Reads a format that may be in any encoding."""

    def in_encoding(self, encoding: str) -> Importer:
        """Give the importer that reads every file in the encoding that a person named."""
        ...


@runtime_checkable
class PageImporter(Importer, Protocol):
    """Reads a format of which a story is only a part."""

    def at_selector(self, selector: str) -> Importer:
        """Give the importer that takes the part which a CSS selector finds.

        Raises:
            ValueError: it is no selector.

        """
        ...


def told_with(item: Item, problems: tuple[Problem, ...]) -> Item:
    """Give an item with notices of its file's bytes, where it is a story."""
    return replace(item, problems=problems) if isinstance(item, Copy) else item


def at_selector(importers: Iterable[Importer], selector: str) -> tuple[Importer, ...]:
    """Give the importers, of which those that read pages take the part that a selector finds.

    Raises:
        ValueError: it is no selector.

    """
    return tuple(
        importer.at_selector(selector) if isinstance(importer, PageImporter) else importer
        for importer in importers
    )


def in_encoding(importers: Iterable[Importer], encoding: str) -> tuple[Importer, ...]:
    """Give the importers, of which those that read text read it in an encoding."""
    return tuple(
        importer.in_encoding(encoding) if isinstance(importer, TextImporter) else importer
        for importer in importers
    )


def installed() -> tuple[tuple[Importer, ...], tuple[Problem, ...]]:
    """Give every importer that is installed, by name, and a notice for each that cannot be used."""
    importers: list[Importer] = []
    problems: list[Problem] = []
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            importers.append(point.load()())
        except (ImportError, AttributeError, TypeError) as error:
            problems.append(_broken(point.name, error))
    return tuple(importers), tuple(problems)


def _broken(name: str, error: Exception) -> Problem:
    return Problem(
        name,
        None,
        Words(f"تعذر تشغيل مستورد {name}.", f"The importer {name} cannot be used: {error}."),
        Words("أعد تثبيت حزمته، أو أزلها.", "Install its package again, or remove it."),
        severity=Severity.NOTICE,
    )


def importer_of(path: Path, head: bytes, importers: Iterable[Importer]) -> Importer | None:
    """Give the importer that claims a file, or none."""
    suffix = path.suffix.lower()
    fit = (importer for importer in importers if suffix in importer.suffixes)
    return next((importer for importer in fit if importer.claims(path, head)), None)

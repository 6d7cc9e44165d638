"""The inbox as the commands empty it: which section a text has, and which files are at rest."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from nashra.config import RESERVED_SLUGS, Config
from nashra.errors import Problem
from nashra.importers import refusals
from nashra.importers.archive import stories
from nashra.importers.article_file import Terms
from nashra.importers.copy import Copy
from nashra.importers.importer import Importer
from nashra.importers.inbox import INBOX, find, is_at_rest, look, section_folder
from nashra.importers.intake import import_files
from nashra.importers.result import Result
from nashra.importers.suggestion import Archive, Suggestion

_LAST_SECTION = "news"
"""Where a story goes if neither its folder nor the configuration names a section."""
_MOMENT = 0.3
"""Seconds in which a file that is being written grows."""
_SOON = timedelta(seconds=1)
"""After which a file that is being written is looked at again."""


def default_section(config: Config) -> str:
    """Give the section of stories for which nothing names one."""
    entries = config.sections.entries
    return entries[0].slug if entries else _LAST_SECTION


def sections(config: Config, default: str) -> Callable[[str, str], str]:
    """Give what finds a text's section: by its folder in the inbox, or as the text names it."""
    resolve = config.sections.resolve

    kept = RESERVED_SLUGS | {each.edition for each in config.editions}

    def section_of(file: str, named: str) -> str:
        slug = resolve(section_folder(file)) or (named and resolve(named)) or default
        return f"{slug}-{_LAST_SECTION}" if slug in kept else slug

    return section_of


def suggestions(config: Config, root: Path) -> Callable[[str, Copy], Suggestion]:
    """Give what says of a text which section it is like, if nothing names one, and which tags."""
    archive = Archive(partial(stories, root), config.identity.language)

    def suggest(file: str, copy: Copy) -> Suggestion:
        return archive.suggest(copy, has_section=bool(section_folder(file) or copy.section))

    return suggest


def files_of(sources: Iterable[Path], importers: Sequence[Importer]) -> list[Path]:
    """Give every file that was named or lies in a folder that was, once each."""
    found: dict[Path, Path] = {}
    for source in sources:
        for file in find(source, importers) if source.is_dir() else [source]:
            found.setdefault(file.absolute(), file)
    return list(found.values())


def at_rest(files: Sequence[Path], root: Path) -> tuple[list[Path], list[Problem]]:
    """Give the files that are whole, and a notice for each of the inbox that is being written."""
    now = datetime.now(UTC).timestamp()
    place = (root / INBOX).resolve()
    young = {
        file: seen
        for file in files
        if (seen := look(file))
        and file.resolve().is_relative_to(place)
        and not is_at_rest(seen, now)
    }
    if young:
        time.sleep(_MOMENT)
    moving = {
        file for file, before in young.items() if not is_at_rest(look(file), now, before=before)
    }
    notices = [refusals.being_written(file.as_posix()) for file in moving]
    return [file for file in files if file not in moving], notices


class Watched:
    """The inbox of a site that is previewed: emptied before each build."""

    def __init__(self, root: Path, importers: Sequence[Importer]) -> None:
        self._root = root
        self._importers = importers
        self._again: datetime | None = None

    def take(self, config: Config, now: datetime) -> list[Result]:
        """Import what is at rest, and give what became of each story.

        Raises:
            ContentError: the receipts cannot be read or written, or a text cannot be moved.

        """
        files = find(self._root / INBOX, self._importers)
        resting = [file for file in files if is_at_rest(look(file), now.timestamp())]
        self._again = now + _SOON if len(resting) < len(files) else None
        if not resting:
            return []
        terms = Terms(
            moment=now.replace(second=0, microsecond=0),
            section=sections(config, default_section(config)),
            slugs=config.addresses.slugs,
            suggest=suggestions(config, self._root),
        )
        return list(import_files(resting, self._root, terms, importers=self._importers))

    def next_look(self, event: datetime | None) -> datetime | None:
        """Give the moment at which the site is to be built again: for a text, or for an event."""
        moments = [moment for moment in (self._again, event) if moment]
        return min(moments, default=None)

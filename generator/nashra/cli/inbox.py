"""The inbox as the commands empty it: which section a text has, and which files are at rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from nashra.config import Config
from nashra.importers.article_file import Terms
from nashra.importers.importer import Importer
from nashra.importers.inbox import INBOX, find, is_at_rest, look, section_folder
from nashra.importers.intake import import_files
from nashra.importers.result import Result

_LAST_SECTION = "news"
"""Where a story goes if neither its folder nor the configuration names a section."""
_SOON = timedelta(seconds=1)
"""After which a file that is being written is looked at again."""


def default_section(config: Config) -> str:
    """Give the section of stories for which nothing names one."""
    entries = config.sections.entries
    return entries[0].slug if entries else _LAST_SECTION


def sections(config: Config, default: str) -> Callable[[str, str], str]:
    """Give what finds a text's section: by its folder in the inbox, or as the text names it."""
    resolve = config.sections.resolve

    def section_of(file: str, named: str) -> str:
        return resolve(section_folder(file)) or (named and resolve(named)) or default

    return section_of


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
        )
        return list(import_files(resting, self._root, terms, importers=self._importers))

    def next_look(self, event: datetime | None) -> datetime | None:
        """Give the moment at which the site is to be built again: for a text, or for an event."""
        moments = [moment for moment in (self._again, event) if moment]
        return min(moments, default=None)

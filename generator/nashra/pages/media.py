"""Files of `content/media/` that a public page shows, and no others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nashra.catalogue import terms
from nashra.catalogue.reader import Reader
from nashra.config import Config
from nashra.model import MediaFile, Output
from nashra.pages.kind import Copy

NAME = "media"
TEMPLATE = ""
OWNERS = (terms.MEDIA, terms.FILE)
SETTINGS: tuple[str, ...] = ()


def standing(config: Config) -> Iterable[str]:
    """Give the mark of the site and of each edition; media lie in one place for all of them."""
    return _marks(config) if not config.edition else ()


def outputs(owner: str, reader: Reader, config: Config) -> Iterator[Output]:
    """Give the copy of a file that exists and that something public shows."""
    shown = owner in _marks(config) or reader.count(terms.MEDIA, owner)
    if shown and reader.count(terms.FILE, owner):
        yield Output(f"media/{owner}", NAME, owner)


def _marks(config: Config) -> set[str]:
    return {own.identity.logo for own in config.every if own.identity.logo}


def view(output: Output, reader: Reader, config: Config) -> Copy:  # noqa: ARG001
    """Give the file; its bytes' hash is part of the answer, so a new picture is a new copy."""
    (entry,) = reader.entries(terms.FILE, output.owner)
    assert isinstance(entry, MediaFile)
    return Copy(entry.file)

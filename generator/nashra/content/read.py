"""One file of content to one entry, or to the problems that stand in its way."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from nashra.content.article import parse_article
from nashra.content.author import parse_author
from nashra.content.blocks.notices import told
from nashra.content.front_plan import parse_front
from nashra.content.markdown import Renderer
from nashra.content.reading import Reading
from nashra.content.scan import MEDIA_FOLDER, folder_of
from nashra.content.standing_page import parse_standing_page
from nashra.content.tangles import refuse_tangles, too_deep
from nashra.errors import ContentError, Problem, Words
from nashra.model import Entry, MediaFile
from nashra.utf8 import decode


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a file: an entry, or problems."""

    file: str
    digest: str
    """The hash of the file's bytes."""
    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()
    """Why there is no entry; or notices, which keep nothing out."""


class Reader:
    """Reads files of content, with one Markdown converter for all of them."""

    def __init__(self, reading: Reading) -> None:
        self._editions = {
            each.edition: (each, _renderer(each)) for each in (reading, *reading.editions)
        }

    def read(self, path: str | Path, *, file: str) -> Read:
        """Read the file at `path`, which people know as `file`."""
        try:
            with open(path, "rb") as opened:  # noqa: PTH123 — thousands of times
                data = opened.read()
        except OSError as error:
            return Read(file, "", None, (_unreadable(file, error),))
        digest = hashlib.blake2b(data, digest_size=16).hexdigest()
        edition, folder, name = folder_of(file, self._editions)
        if folder == MEDIA_FOLDER:
            entry = MediaFile(file=file, path=name, digest=digest, size=len(data))
            return Read(file, digest, entry)
        try:
            text = decode(data, file=file)
            found = self._parse(text, file, edition, folder)
        except ContentError as error:
            return Read(file, digest, None, error.problems)
        except RecursionError:
            return Read(file, digest, None, (too_deep(file),))
        misplaced = self._editions[edition][1].take_misplaced()
        return Read(file, digest, found, told(misplaced, text, file=file))

    def _parse(self, text: str, file: str, edition: str, folder: str) -> Entry:
        reading, renderer = self._editions[edition]
        if not folder:
            return parse_front(text, file=file, sections=reading.sections, edition=edition)
        refuse_tangles(text, file=file)
        if folder == "authors":
            return parse_author(text, file=file, edition=edition, renderer=renderer)
        if folder == "pages":
            return parse_standing_page(text, file=file, edition=edition, renderer=renderer)
        return parse_article(text, file=file, reading=reading, renderer=renderer)


def _renderer(reading: Reading) -> Renderer:
    return Renderer(
        base_path=reading.base_path, language=reading.language, typography=reading.typography
    )


def _unreadable(file: str, error: OSError) -> Problem:
    return Problem(
        file,
        None,
        Words("تعذر فتح الملف.", f"The file cannot be opened: {error.strerror}."),
        Words("تحقق من أذونات الملف.", "Check the file's permissions."),
    )

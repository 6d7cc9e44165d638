"""What every importer gives, whatever it reads: one story, taken apart."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, as plain text on one line."""

    text: str


@dataclass(frozen=True, slots=True)
class RelatedLines:
    """Headlines of other stories, standing between two paragraphs."""

    headlines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListLines:
    """A list that belongs to the story."""

    items: tuple[str, ...]


Part = Paragraph | RelatedLines | ListLines


@dataclass(frozen=True, slots=True)
class Copy:
    """One story as its newsroom sent it. Every text in it is plain: no Markdown, no HTML."""

    title: str
    summary: str
    parts: tuple[Part, ...]
    title_is_cut: bool = False
    """Whether the text had no headline, so that the title is the beginning of its first line."""


class Importer(Protocol):
    """Reads one foreign format. A format is one file in this folder and one line in `intake`."""

    @property
    def name(self) -> str:
        """What people call the format."""
        ...

    def claims(self, path: Path) -> bool:
        """Tell by a file's name whether it is of this format."""
        ...

    def read(self, data: bytes, *, file: str) -> Copy:
        """Take a file's bytes apart; `file` is the name that problems bear.

        Raises:
            ContentError: the bytes are not what the format wants.

        """
        ...

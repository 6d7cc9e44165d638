"""What a preview asks of the newsroom behind it: all that a writer sees and a reader never does."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nashra.errors import Words


@dataclass(frozen=True, slots=True)
class Unpublished:
    """The page of a story that no reader sees, as it would be."""

    html: bytes
    band: Words
    """Why no reader sees it, and until when."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A story that no reader sees, in the list of them."""

    state: Words
    when: str
    """The moment that matters, as `2026-12-01 10:00`."""
    title: str
    file: str
    link: str
    """The address of its page in the preview, percent-encoded, with the base path."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A story that was saved."""

    address: str
    dropped: bool = False
    """Whether it was just made of copy that somebody dropped."""


class Newsroom(Protocol):
    """The newsroom whose site is previewed.

    Addresses begin at the site's root and are not percent-encoded. Every method may be called from
    any thread, and while a build runs.
    """

    def unpublished(self, address: str) -> Unpublished | None:
        """Give the page of the story at an address, where it is one that no reader sees."""

    def original(self, address: str) -> Path | None:
        """Give the file of content that lies at an address once a page shows it."""

    def style(self, address: str) -> bytes | None:
        """Give the style sheet that lay at an address when a page was built, as it is now."""

    def waiting(self) -> Sequence[Waiting]:
        """Give the stories that no reader sees: drafts, scheduled, expired."""

    def is_story(self, address: str) -> bool:
        """Tell whether a story lies at an address, public or not."""

    def sheet(self, address: str) -> Mapping[str, object] | None:
        """Give what a writer wants to know of the story at an address, fit for JSON."""

    def story_among(self, saved: Collection[Path]) -> Saved | None:
        """Give the story among some saved files; of several the newest, where there is one."""

    def open(self, file: str, line: int, column: int) -> bool:
        """Open a file of the site's in the writer's own program; tell whether that was done."""

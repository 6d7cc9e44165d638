"""What a preview is told before it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nashra.serve.newsroom import Newsroom

FIRST_PORT = 8000
"""The port that is tried first, unless another is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewSettings:
    """Where the built site lies, what to watch, and where to listen."""

    output: Path
    watched: tuple[Path, ...]
    """Folders, with all below them, and single files; what is missing is noticed when it comes."""
    ignored: tuple[Path, ...] = ()
    """Folders below the watched ones whose changes mean nothing; the output always is one."""
    host: str = "127.0.0.1"
    port: int = FIRST_PORT
    """The first port that is tried; 0 leaves the choice to the system."""
    base_path: str = "/"
    """The path that the site lives under, beginning and ending in `/`."""
    language: str = "ar"
    band: str = ""
    """What every page says of the whole preview, such as the moment that it shows."""
    follow: bool = False
    """Whether pages go to the story that was just saved."""
    poll: bool = False
    """Whether to look at the files again and again, whatever the system tells of."""
    newsroom: Newsroom | None = None
    """Whom to ask for what readers never see."""


@dataclass(frozen=True, slots=True)
class Clock:
    """The time, and the moment at which the site changes of itself."""

    now: Callable[[], datetime]
    next_due: Callable[[], datetime | None]
    """Asked after each build: the next moment, later than that build's, that needs another."""

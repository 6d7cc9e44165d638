"""What the clock will do to stories that nobody touches."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Happening(StrEnum):
    """What the clock does to a story."""

    APPEARS = "appears"
    GOES = "goes"
    CALMS = "calms"
    """It is breaking news no longer."""
    ENDS = "ends"
    """Its live coverage is over."""
    AGES = "ages"
    """It is too old for the news sitemap."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the clock will do."""

    moment: float
    """Seconds of the epoch."""
    what: Happening
    file: str

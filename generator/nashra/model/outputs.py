"""What a build keeps account of: outputs, what they used, and what the clock will do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the built site that ought to exist."""

    target: str
    """The path from the output folder, with `/`, not percent-encoded."""
    kind: str
    """The kind of page that makes it; of an edition in another language, with that before it."""
    owner: str
    """The value of the term that it belongs to: a section's slug, a story's file."""
    part: str = ""
    """Which of its owner's outputs it is: a page's number, a month."""


def identifier(*parts: str) -> int:
    """Give a number of 63 bits that stands for some texts, the same on every machine."""
    digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


@dataclass(frozen=True, slots=True)
class Use:
    """A question that an output put to the catalogue, and the version of the answer it got."""

    number: int
    """The hash of the key: two uses of one build are the same if this is."""
    key: str
    version: str
    term: str
    """The term whose listings it asks."""
    value: str
    since: float = float("-inf")
    """The first moment whose listings can bear on it, in seconds of the epoch."""
    until: float = float("inf")

    def __hash__(self) -> int:
        return self.number


class Happening(StrEnum):
    """What the clock does to a story."""

    APPEARS = "appears"
    GOES = "goes"
    CALMS = "calms"
    """It is breaking news no longer."""
    AGES = "ages"
    """It is too old for the news sitemap."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the clock will do."""

    moment: float
    """Seconds of the epoch."""
    what: Happening
    file: str


class Reason(StrEnum):
    """Why an output is built."""

    NEW = "new"
    DESIGN = "design"
    """What all pages of its kind use alike is another: the template, its strings, a setting."""
    STALE = "stale"
    """The answer to a question that it asked is another."""
    MISSING = "missing"
    """Its file is not as it was written."""

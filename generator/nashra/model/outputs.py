"""What a build keeps account of: outputs, and why they are built."""

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


class Reason(StrEnum):
    """Why an output is built."""

    NEW = "new"
    DESIGN = "design"
    """What all pages of its kind use alike is another: the template, its strings, a setting."""
    STALE = "stale"
    """The answer to a question that it asked is another."""
    MISSING = "missing"
    """Its file is not as it was written."""

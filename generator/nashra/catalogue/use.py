"""What an output used of the catalogue, by which a build finds what is stale."""

from __future__ import annotations

from dataclasses import dataclass


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

"""The files of content that differ from what was last seen, read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from nashra.content.read import Read, Reader
from nashra.content.scan import Seen


class Known(Protocol):
    """A file as it was last seen."""

    @property
    def size(self) -> int:
        """Its length in bytes."""

    @property
    def modified(self) -> int:
        """When it was written, in nanoseconds since the epoch."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A file that may differ, as it lies and as it reads."""

    seen: Seen
    read: Read


def read_changed(
    files: Iterable[Seen], known: Mapping[str, Known], reader: Reader
) -> Iterator[Changed]:
    """Read every file whose size or time of writing differs from what is known."""
    for seen in files:
        before = known.get(seen.file)
        if before and (before.size, before.modified) == (seen.size, seen.modified):
            continue
        yield Changed(seen, reader.read(Path(seen.path), file=seen.file))

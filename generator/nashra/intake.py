"""From the files of content into the catalogue: what changed is read, wherever there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from nashra.catalogue.record import record_of
from nashra.catalogue.store import Catalogue
from nashra.catalogue.sync import Sync, Update
from nashra.config import Config, Folders
from nashra.content.read import Reader
from nashra.content.reading import Reading
from nashra.content.scan import Seen, scan
from nashra.workers import Workers

_TOO_CLOSE = 2_000_000_000
"""Nanoseconds: the coarsest step in which a file system in use keeps time (FAT's)."""


def take_in(
    catalogue: Catalogue, config: Config, folders: Folders, *, now: datetime, workers: Workers
) -> None:
    """Read what changed since the last build, and let time pass; inside a transaction.

    A file whose size and time of writing are as they were is taken for the same, unless it was
    written so close to the last look that another writing may bear the same time.
    """
    reading = Reading.of(config)
    looked = int(catalogue.meta("looked") or 0)
    catalogue.remember("looked", str(_present(folders.state)))
    known = catalogue.files()
    files = list(scan(folders.content))
    if catalogue.meta("reading") == reading.fingerprint:
        changed = [
            seen
            for seen in files
            if known.get(seen.file) != seen.stamp or seen.modified > looked - _TOO_CLOSE
        ]
    else:
        changed = files
    batches = workers.map(partial(read_batch, reading), changed)
    removed = sorted(known.keys() - {seen.file for seen in files})
    Sync(catalogue.connection, now=now).run(chain.from_iterable(batches), removed)
    catalogue.remember("reading", reading.fingerprint)


def _present(state: Path) -> int:
    """Give the file system's own time, in nanoseconds: the only one that files are written in."""
    mark = state / "looked"
    mark.write_bytes(b"")
    return mark.stat().st_mtime_ns


def read_batch(reading: Reading, files: Sequence[Seen]) -> list[Update]:
    """Read some files."""
    return list(_updates(_reader(reading), files))


def _updates(reader: Reader, files: Sequence[Seen]) -> Iterator[Update]:
    for seen in files:
        read = reader.read(Path(seen.path), file=seen.file)
        record = record_of(read.entry) if read.entry else None
        yield Update(seen.file, *seen.stamp, read.digest, record, read.problems)


@lru_cache(maxsize=1)
def _reader(reading: Reading) -> Reader:
    return Reader(reading)
